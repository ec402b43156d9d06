// Reads an article aloud, where the browser has a Vietnamese voice. Sentence by sentence: some
// voices fall silent in long texts, and some browsers cannot go on after a pause.
(() => {
  const button = document.querySelector("[data-listen]");
  const speech = window.speechSynthesis;
  if (!button || !speech) return;
  const stop = document.querySelector("[data-stop]");
  const words = button.querySelector("[data-words]");
  const names = { still: words.textContent, speaking: button.dataset.pause, paused: button.dataset.resume };
  let voice = null;
  let queue = [];
  let next = 0;
  let round = 0;

  const findVoice = () => {
    const found = speech.getVoices().filter((one) => /^vi([-_]|$)/i.test(one.lang));
    voice = found.find((one) => one.localService) || found[0] || null;
    button.parentElement.classList.toggle("is-ready", Boolean(voice));
  };

  const sentences = () => {
    const parts = document.querySelectorAll(
      ".art-head :is(h1, .subhead, .standfirst), .prose > :is(p, h2, h3), .prose :is(li, dt, dd, blockquote p, .box p, .box h3)",
    );
    return [...parts].filter((part) => !part.parentElement.closest("li")).flatMap((part) => {
      const text = part.textContent.replace(/\s+/g, " ").trim();
      return text.match(/.+?(?:[.!?…]+[”"’)]?(?=\s|$)|$)/g) || [];
    });
  };

  const show = (state) => {
    words.textContent = names[state];
    button.dataset.state = state;
    stop.hidden = state === "still";
  };

  const hush = (state) => {
    round += 1; // What the browser still reports of the sentence cut short is of an earlier round.
    speech.cancel();
    show(state);
  };

  const speak = () => {
    if (next >= queue.length) {
      next = 0;
      show("still");
      return;
    }
    const said = new SpeechSynthesisUtterance(queue[next]);
    const mine = round;
    said.voice = voice;
    said.lang = "vi-VN"; // Android names its voices vi_VN, which is no language of the web's.
    said.onend = () => {
      if (mine !== round) return;
      next += 1;
      speak();
    };
    said.onerror = () => {
      if (mine === round) hush("paused");
    };
    speech.speak(said);
  };

  button.addEventListener("click", () => {
    if (button.dataset.state === "speaking") {
      hush("paused");
      return;
    }
    if (button.dataset.state !== "paused") {
      queue = sentences();
      next = 0;
    }
    hush("speaking");
    speak();
  });
  stop.addEventListener("click", () => {
    next = 0;
    hush("still");
    button.focus();
  });
  addEventListener("pagehide", () => hush("still"));
  speech.addEventListener?.("voiceschanged", findVoice);
  findVoice();
})();
