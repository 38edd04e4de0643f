// A place that is named in the address but stands on another page of a long text: ask the server for its page.
"use strict";
const name = decodeURIComponent(location.hash.slice(1));
if (name && !document.getElementById(name) && !new URLSearchParams(location.search).has("at")) {
  location.replace(`${location.pathname}?at=${encodeURIComponent(name)}`);
}
