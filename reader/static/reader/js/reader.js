// What the page can do beyond reading. Without scripts its controls are not shown: see theme.js.
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
    name();
    theme.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember("reader-theme", root.dataset.theme);
      name();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
  }

  const share = one("[data-share]");
  if (share) {
    share.addEventListener("click", () => {
      // A reader who closes the sheet has not failed.
      navigator.share({ title: document.title, url: share.dataset.share }).catch(() => {});
    });
  }

  const copy = one("[data-copy]");
  if (copy) {
    const words = copy.querySelector("[data-words]");
    const before = words.textContent;
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
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  const sizes = document.querySelectorAll("input[name=size]");
  for (const size of sizes) {
    if (size.value === recall("reader-size")) size.checked = true;
    size.addEventListener("change", () => {
      remember("reader-size", size.value);
      root.dataset.size = size.value;
    });
  }

  // A page view is counted once, after five seconds before the reader's eyes.
  const counted = one("[data-reading]");
  if (counted && navigator.sendBeacon) {
    let seconds = 0;
    const clock = setInterval(() => {
      if (document.visibilityState !== "visible" || (seconds += 1) < 5) return;
      clearInterval(clock);
      navigator.sendBeacon(counted.dataset.reading);
    }, 1000);
  }

  // A table wider than its page is pushed by keys too, also where the browser does not see to it.
  for (const table of document.querySelectorAll(".prose table, .cols table")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  }

  // On a narrow screen the current section may lie outside the bar.
  const bar = one(".sections ul");
  const current = bar && bar.querySelector("[aria-current]");
  if (current) bar.scrollLeft = current.offsetLeft - (bar.clientWidth - current.offsetWidth) / 2;
})();
