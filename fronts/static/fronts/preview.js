// The draft as readers would see it, in a frame drawn to scale.
'use strict';
{
    const {data, byId, screen} = window.fronts;
    const WIDTHS = {phone: 390, desktop: 1280};
    const box = byId('preview-box');
    const frame = byId('preview');
    let shown = 'phone';
    let scroll = 0;

    const fit = () => {
        const scale = Math.min(1, box.clientWidth / WIDTHS[shown]);
        if (box.clientWidth) {
            frame.style.width = `${WIDTHS[shown]}px`;
            frame.style.height = `${box.clientHeight / scale}px`;
            frame.style.transform = `scale(${scale})`;
        }
    };
    // The frame is for looking: a link in it would lead to a page that may not stand in a frame.
    frame.addEventListener('load', () => {
        const inside = frame.contentDocument;
        box.removeAttribute('aria-busy');
        if (!inside || frame.src === '' || inside.URL === 'about:blank') {
            return;
        }
        for (const kind of ['click', 'submit']) {
            inside.addEventListener(kind, event => {
                if (kind === 'submit' || event.target.closest?.('a[href]')) {
                    event.preventDefault();
                }
            }, true);
        }
        frame.contentWindow.scrollTo({top: scroll, behavior: 'instant'});
    });
    const reload = () => {
        box.setAttribute('aria-busy', 'true');
        scroll = frame.contentWindow?.scrollY ?? 0;
        if (frame.hasAttribute('src')) {
            frame.contentWindow.location.replace(data.urls.preview);
        } else {
            frame.src = data.urls.preview;
        }
    };
    for (const button of document.querySelectorAll('[data-preview]')) {
        button.addEventListener('click', () => {
            shown = button.dataset.preview;
            screen.dataset.width = shown;
            for (const one of document.querySelectorAll('[data-preview]')) {
                one.setAttribute('aria-pressed', String(one === button));
            }
            fit();
        });
    }
    new ResizeObserver(fit).observe(box);

    window.fronts.preview = {reload};
}
