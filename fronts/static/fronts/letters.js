// Says beside a field how many letters stand in it, and how many may: data-letters="200".
'use strict';
for (const field of document.querySelectorAll('input[data-letters]')) {
    const count = document.createElement('output');
    count.className = 'quiet';
    count.htmlFor = field.id;
    const say = () => {
        // As the server counts: one letter with its marks is one, and blanks at the ends are none.
        const letters = [...field.value.normalize('NFC').trim().replace(/\s+/g, ' ')].length;
        count.textContent = ` ${letters} / ${field.dataset.letters}`;
    };
    field.addEventListener('input', say);
    field.after(count);
    say();
}
