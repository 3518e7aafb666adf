"use strict";
(() => {
  const slides = [...document.querySelectorAll(".slide")];
  const places = JSON.parse(document.getElementById("deck").dataset.places);
  const previous = document.getElementById("previous");
  const next = document.getElementById("next");
  const place = document.getElementById("place");
  const speak = document.getElementById("speak");
  let now = 0;
  let other = window.opener; // the slides turn together with the window of notes

  // Type shrinks a little until the slide fits; what is longer scrolls.
  const fit = (slide) => {
    let size = 1;
    slide.style.fontSize = "";
    while (slide.scrollHeight > slide.clientHeight && size > 0.85) {
      size -= 0.05;
      slide.style.fontSize = `${size}em`;
    }
  };

  const show = (number, moved = true, told = false) => {
    now = Math.max(0, Math.min(slides.length - 1, number));
    slides.forEach((slide, index) => slide.classList.toggle("now", index === now));
    previous.disabled = now === 0;
    next.disabled = now === slides.length - 1;
    place.textContent = places[now];
    fit(slides[now]);
    if (other && !told) other.postMessage({ slide: now }, "*");
    if (moved) {
      history.replaceState(null, "", `#slide-${now + 1}`);
      slides[now].focus({ preventScroll: true });
    }
  };

  // An address names a slide, or something on one, such as a source.
  const follow = () => {
    const speaking = location.hash.match(/^#notes-(\d+)$/);
    if (speaking) {
      document.body.classList.add("speaking");
      speak.hidden = true;
      show(Number(speaking[1]) - 1, false, true);
      return;
    }
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const number = target ? slides.findIndex((slide) => slide.contains(target)) : 0;
    show(Math.max(0, number), false);
    if (target && !target.classList.contains("slide")) target.scrollIntoView({ block: "center" });
  };

  const notes = () => {
    other = window.open(`${location.href.split("#")[0]}#notes-${now + 1}`, "notes", "popup");
  };

  const keys = {
    ArrowRight: () => now + 1, PageDown: () => now + 1, " ": () => now + 1,
    ArrowLeft: () => now - 1, PageUp: () => now - 1,
    Home: () => 0, End: () => slides.length - 1,
  };
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "n" && !event.ctrlKey && !event.metaKey) notes();
    const onControl = event.key === " " && event.target.closest("button, a");
    if (!(event.key in keys) || onControl || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(keys[event.key]());
  });
  speak.addEventListener("click", notes);
  addEventListener("message", (event) => {
    if (event.source === other && Number.isInteger(event.data?.slide)) show(event.data.slide, true, true);
  });
  document.addEventListener("toggle", () => fit(slides[now]), true);
  previous.addEventListener("click", () => show(now - 1));
  next.addEventListener("click", () => show(now + 1));
  addEventListener("hashchange", follow);
  addEventListener("resize", () => fit(slides[now]));
  document.body.classList.add("deck");
  document.querySelector("nav").hidden = false;
  follow();
})();
