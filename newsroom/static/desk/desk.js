// What every page of the desk does: menus that close, dialogs that open, words not lost unseen.
'use strict';
{
    // A button or link with data-open opens that dialog; without this file it submits or leads on.
    document.addEventListener('click', event => {
        const opener = event.target.closest('[data-open]');
        const dialog = opener && document.getElementById(opener.dataset.open);
        if (dialog) {
            event.preventDefault();
            dialog.dispatchEvent(new CustomEvent('desk:opening'));
            dialog.showModal();
        }
        if (event.target.closest('[data-close]')) {
            event.target.closest('dialog').close();
        }
        for (const menu of document.querySelectorAll('#desk-nav details[open]')) {
            if (!menu.contains(event.target)) {
                menu.open = false;
            }
        }
    });

    document.addEventListener('keydown', event => {
        const menu = event.key === 'Escape' && document.querySelector('#desk-nav details[open]');
        if (menu) {
            menu.open = false;
            menu.querySelector('summary').focus();
        }
    });
}
