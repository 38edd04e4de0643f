// Adds a button that copies a text to what stands in .copy; pages are whole without it.
"use strict";
for (const place of document.querySelectorAll(".copy")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(place.querySelector("span").innerText.replace(", /", `, ${location.origin}/`));
    button.textContent = "Copied";
  });
  place.append(" ", button);
}
