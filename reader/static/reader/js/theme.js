// Runs before the page is drawn, so that nothing flashes or moves: the reader's own choices, and
// what this browser can do, are marks on <html> that the style sheets obey.
(() => {
  const marks = document.documentElement.dataset;
  const recall = (name, allowed) => {
    try {
      const value = localStorage.getItem(name);
      return allowed.includes(value) ? value : "";
    } catch {
      return ""; // Storage may be barred.
    }
  };
  const theme = recall("reader-theme", ["light", "dark"]);
  const size = recall("reader-size", ["small", "large"]);
  if (theme) marks.theme = theme;
  if (size) marks.size = size;

  // A phone's own sheet copies too.
  const can = ["script"];
  if (navigator.share && matchMedia("(pointer: coarse)").matches) can.push("sheet");
  else if (navigator.clipboard) can.push("clipboard");
  if ("speechSynthesis" in window) can.push("speech");
  marks.can = can.join(" ");
})();
