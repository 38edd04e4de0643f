/* Gives the look-up controls that Django's autocomplete draws the name of their field, for screen readers.
   Pages work without this file and without any script: a text box then takes the record's key. */
"use strict";
(function () {
  function text(id, words) {
    const span = document.createElement("span");
    span.id = id;
    span.className = "visually-hidden";
    span.textContent = words;
    return span;
  }

  function name(select) {
    const box = select.parentNode.querySelector(".select2-selection");
    const shown = box && box.querySelector(".select2-selection__rendered");
    if (!box || !shown || box.dataset.named) { return; }
    box.dataset.named = "yes";
    const id = select.id + "-name";
    const label = document.querySelector('label[for="' + select.id + '"]');
    const words = select.getAttribute("aria-label") || (label && label.textContent.replace(/:\s*$/, "")) || select.name;
    box.parentNode.insertBefore(text(id, words), box);
    box.setAttribute("aria-labelledby", id + " " + shown.id);
    shown.setAttribute("aria-labelledby", id);
  }

  function nameAll() {
    document.querySelectorAll("select.admin-autocomplete").forEach(name);
  }

  django.jQuery(nameAll);
  document.addEventListener("formset:added", function () { window.setTimeout(nameAll, 0); });
})();
