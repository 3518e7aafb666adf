"""Make the reference of public names from their docstrings: ``make docs``, read offline."""

import sys

import welfare_analysis

# Users write `wa.charts.ranges`, wherever the module itself lives.
MODULES = {name: getattr(welfare_analysis, name) for name in welfare_analysis._MODULES}
sys.modules.update((f"welfare_analysis.{name}", module) for name, module in MODULES.items())

project = "welfare-analysis"
author = copyright = "the welfare-analysis authors"
version = release = welfare_analysis.__version__

extensions = ["sphinx.ext.autodoc", "sphinx.ext.autosummary", "sphinx.ext.napoleon"]
templates_path = exclude_patterns = ["templates"]
html_theme = "furo"
html_title = f"{project} {release}"
html_copy_source = False

# What `__all__` lists is public, and nothing else.
autosummary_ignore_module_all = False
autosummary_imported_members = True
autosummary_context = {
    "modules": list(MODULES),
    # `wa.trace` is `wa.views.trace`: described in both places, one of them leads there.
    "repeated": [
        f"welfare_analysis.{name}.{public}"
        for name, module in MODULES.items()
        for public in module.__all__
        if getattr(module, public) is getattr(welfare_analysis, public, None)
    ],
}
autodoc_member_order = "bysource"
maximum_signature_line_length = 88
napoleon_google_docstring = False
default_role = "py:obj"


def find_public_name(app, env, node, contnode):
    """Let `compare` in a docstring of any page lead to ``welfare_analysis.compare``."""
    if node.get("refdomain") != "py":
        return None
    name = f"welfare_analysis.{node['reftarget'].rpartition('.')[2]}"
    return env.domains.python_domain.resolve_xref(
        env, node["refdoc"], app.builder, "obj", name, node, contnode
    )


def setup(app):
    app.connect("missing-reference", find_public_name)
