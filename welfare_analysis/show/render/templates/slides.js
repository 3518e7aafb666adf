"use strict";
(() => {
  const slides = [...document.querySelectorAll(".slide")];
  const places = JSON.parse(document.getElementById("deck").dataset.places);
  const previous = document.getElementById("previous");
  const next = document.getElementById("next");
  const place = document.getElementById("place");
  let now = 0;

  // Type shrinks until the slide fits, but stays readable; what is longer scrolls.
  const fit = (slide) => {
    let size = 1;
    slide.style.fontSize = "";
    while (slide.scrollHeight > slide.clientHeight && size > 0.6) {
      size -= 0.05;
      slide.style.fontSize = `${size}em`;
    }
  };

  const show = (number, moved = true) => {
    now = Math.max(0, Math.min(slides.length - 1, number));
    slides.forEach((slide, index) => slide.classList.toggle("now", index === now));
    previous.disabled = now === 0;
    next.disabled = now === slides.length - 1;
    place.textContent = places[now];
    fit(slides[now]);
    if (moved) {
      history.replaceState(null, "", `#slide-${now + 1}`);
      slides[now].focus({ preventScroll: true });
    }
  };

  // An address names a slide, or something on one, such as a source.
  const follow = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const number = target ? slides.findIndex((slide) => slide.contains(target)) : 0;
    show(Math.max(0, number), false);
    if (target && !target.classList.contains("slide")) target.scrollIntoView({ block: "center" });
  };

  const keys = {
    ArrowRight: () => now + 1, PageDown: () => now + 1, " ": () => now + 1,
    ArrowLeft: () => now - 1, PageUp: () => now - 1,
    Home: () => 0, End: () => slides.length - 1,
  };
  document.addEventListener("keydown", (event) => {
    const onControl = event.key === " " && event.target.closest("button, a");
    if (!(event.key in keys) || onControl || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(keys[event.key]());
  });
  previous.addEventListener("click", () => show(now - 1));
  next.addEventListener("click", () => show(now + 1));
  addEventListener("hashchange", follow);
  addEventListener("resize", () => fit(slides[now]));
  document.body.classList.add("deck");
  document.querySelector("nav").hidden = false;
  follow();
})();
