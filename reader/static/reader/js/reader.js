// What the page can do beyond reading. Controls that need this file are hidden without it.
(() => {
  const root = document.documentElement;
  const one = (selector) => document.querySelector(selector);
  const remember = (name, value) => {
    try {
      localStorage.setItem(name, value);
    } catch {
      // Storage may be barred; the choice then lasts for this page.
    }
  };
  const recall = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };

  const theme = one("[data-theme-switch]");
  if (theme) {
    const isDark = () =>
      (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    const name = () => {
      theme.textContent = isDark() ? theme.dataset.light : theme.dataset.dark;
    };
    theme.hidden = false;
    name();
    theme.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember("reader-theme", root.dataset.theme);
      name();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
  }

  // A phone's own sheet sends the link on and copies it too.
  const share = one("[data-share]");
  const hasSheet = navigator.share && matchMedia("(pointer: coarse)").matches;
  if (share && hasSheet) {
    share.parentElement.hidden = false;
    share.addEventListener("click", () => {
      // A reader who closes the sheet has not failed.
      navigator.share({ title: document.title, url: share.dataset.share }).catch(() => {});
    });
  }

  const copy = one("[data-copy]");
  if (copy && navigator.clipboard && !hasSheet) {
    const words = copy.querySelector("[data-words]");
    const before = words.textContent;
    copy.parentElement.hidden = false;
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(copy.dataset.copy);
        words.textContent = copy.dataset.done;
      } catch {
        words.textContent = copy.dataset.failed;
      }
      setTimeout(() => {
        words.textContent = before;
      }, 3000);
    });
  }

  const print = one("[data-print]");
  if (print) {
    print.parentElement.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  const sizes = document.querySelectorAll("input[name=size]");
  for (const size of sizes) {
    if (size.value === recall("reader-size")) size.checked = true;
    size.addEventListener("change", () => remember("reader-size", size.value));
  }

  // On a narrow screen the current section may lie outside the bar.
  const bar = one(".sections ul");
  const current = bar && bar.querySelector("[aria-current]");
  if (current) bar.scrollLeft = current.offsetLeft - (bar.clientWidth - current.offsetWidth) / 2;
})();
