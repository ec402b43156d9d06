// Runs before the page is drawn, so that a reader's chosen scheme never flashes.
(() => {
  try {
    const theme = localStorage.getItem("reader-theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be barred; the page follows the system then.
  }
})();
