# Needs Python 3.11 or newer and make, nothing else. `make help` lists what there is.

PYTHON ?=
UV ?= uv

# Not to be set from outside: set-up clears this folder.
override VENV := .venv
# Each stamp is written last and goes first, so an interrupted set-up starts afresh.  Byte code is
# made after pip, which would make it on one core, and of packages' own tests too.
LOCKED := $(VENV)/.locked
INSTALLED := $(VENV)/.installed

# A folder that was moved, a Python that went away or another PYTHON=… need a new environment.
VERSION := -c 'import sys; print(sys.version_info[:2])'
FRESH := $(shell { [ "$$(cat $(LOCKED) 2>/dev/null)" = "$(CURDIR)" ] && $(VENV)/bin/python -c '' \
	&& { [ -z "$(PYTHON)" ] || [ "$$("$(PYTHON)" $(VERSION))" = "$$($(VENV)/bin/python $(VERSION))" ]; } \
	&& echo yes; } 2>/dev/null)

# Without byte code kept, each of the many processes that tests and builds start compiles anew.
unexport PYTHONHOME PYTHONPATH PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help reports release lessons test notebooks lab page docs check lock clean setup again

help: ## list these commands
	@echo 'Usage: make COMMAND [PYTHON=/path/to/python]'
	@sed -n 's/^\([a-z]*\):.*## /  \1	/p' Makefile | expand -t 12

reports: setup ## build the reports, PDF and HTML, into reports/
	@$(VENV)/bin/welfare-analysis build
	@echo "All reports are up to date: open reports/index.html"

release: reports ## pack data and reports, versioned, with checksums, into dist/
	@$(VENV)/bin/welfare-analysis release

lessons: setup ## make the lessons' copies, worksheets and slides into lessons/
	@$(VENV)/bin/welfare-analysis lesson

test: setup ## run every test, notebooks included
	@$(VENV)/bin/python -m pytest -p tests.light --numprocesses=auto --dist=loadfile \
	  --no-loadscope-reorder --doctest-modules --nbval --nbval-current-env \
	  --ignore-glob='*/tests/*.ipynb' \
	  --ignore-glob='*/lessons/brief/*' --ignore-glob='*/notebooks/examples/*' \
	  --ignore-glob='*/report/template.ipynb' \
	  welfare_analysis tests notebooks

notebooks: setup ## run the notebooks again, in place, after a change of data or code
	@$(VENV)/bin/python -m nbconvert --log-level=WARN --to notebook --execute --inplace \
	  --ExecutePreprocessor.record_timing=False \
	  --Exporter.preprocessors=welfare_analysis.explore.saved.Still \
	  notebooks/*.ipynb notebooks/lessons/*.ipynb

lab: setup ## open JupyterLab on notebooks/explore.ipynb
	@$(VENV)/bin/python -m jupyterlab --LabApp.default_url=/lab/tree/notebooks/explore.ipynb \
	  --LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate

page: setup ## serve the desk as a page without code, for who opens its address
	@JUPYTER_PATH=welfare_analysis/explore/jupyter \
	  $(VENV)/bin/python -m voila --theme=light --template=desk notebooks/explore.ipynb

docs: setup ## make the reference of public names into docs/_build/
	@rm -rf docs/reference/names
	@$(VENV)/bin/python -m sphinx -W -q docs/reference docs/_build
	@echo "The reference is made: open docs/_build/index.html"

check: setup ## check style and format of the code
	@$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check .

setup: $(INSTALLED) ## install what is needed into .venv
	@:

ifneq ($(FRESH),yes)
$(LOCKED): again
endif

$(LOCKED): requirements.lock
	@set -- $(if $(PYTHON),"$(PYTHON)",python3 python3.13 python3.12 python3.11 python); \
	for python in "$$@"; do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	  python=; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "Python 3.11 or newer is needed, and none was found as: $$*. Install it, or name it: make PYTHON=/path/to/python" >&2; \
	  exit 1; \
	fi; \
	echo "Setting up .venv with $$("$$python" --version) and $$(grep -c == requirements.lock) pinned packages (once, a minute or two)."; \
	rm -f $(INSTALLED) $(LOCKED); \
	"$$python" -m venv --clear $(VENV) \
	&& $(VENV)/bin/python -m pip install -qq --no-deps --require-hashes --no-compile \
	  --requirement requirements.lock \
	&& { $(VENV)/bin/python -m compileall -qq -j 0 -x '/tests?/' $(VENV)/lib || :; } \
	&& $(VENV)/bin/python -c 'import matplotlib.font_manager' 2>/dev/null \
	&& echo "$(CURDIR)" > $(LOCKED) \
	|| { echo "Set-up did not finish, for the reason above. Once that is mended, the same command starts it afresh." >&2; exit 1; }

$(INSTALLED): $(LOCKED) pyproject.toml
	@$(VENV)/bin/python -m pip install -qq --no-deps --no-build-isolation --no-index --editable .
	@touch $(INSTALLED)

lock: ## for maintainers: renew requirements.lock with uv (UV_OPTIONS=--upgrade for newer versions)
	@$(UV) --version >/dev/null 2>&1 || { echo "make lock needs uv: install it, or name it: make lock UV=/path/to/uv" >&2; exit 1; }
	@$(UV) pip compile --quiet pyproject.toml requirements.in --all-extras --output-file requirements.lock \
	  --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	  --no-build --emit-build-options --no-emit-index-url --custom-compile-command 'make lock' $(UV_OPTIONS)
	@echo "requirements.lock holds $$(grep -c == requirements.lock) packages."

clean: ## remove what make has made, but for lessons/, where people may have worked
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis dist docs/_build docs/reference/names
	find reports -mindepth 1 -maxdepth 1 ! -name reports.yml -exec rm -rf {} +
	find . -name .git -prune -o \( -name __pycache__ -o -name .ipynb_checkpoints \) -type d -exec rm -rf {} +
