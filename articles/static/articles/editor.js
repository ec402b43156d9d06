// The text's editor: our own toolbar over CKEditor 4, whose own works by inline handlers that the
// desk's policy forbids. The plugins named in articles/editor.py as ours are here.
'use strict';
if (window.CKEDITOR) {
    const {CKEDITOR} = window;
    const byId = id => document.getElementById(id);
    const fill = (text, words) => text.replace(/\{(\w+)\}/g, (_all, name) => words[name]);
    const ENTER = 13;
    const {CTRL, ALT, TRISTATE_ON, TRISTATE_OFF, TRISTATE_DISABLED} = CKEDITOR;

    // One change, one step of undo.
    const change = (editor, act) => {
        editor.fire('saveSnapshot');
        act();
        editor.fire('saveSnapshot');
    };
    const around = (editor, tag) => {
        const path = editor.elementPath();
        return path && path.contains(tag, true);
    };
    // A command that is on while the caret stands in one of its elements.
    const followsCaret = (tag, exec) => ({
        exec,
        contextSensitive: true,
        refresh(editor, path) {
            this.setState(path.contains(tag, true) ? TRISTATE_ON : TRISTATE_OFF);
        }
    });

    // --- Crossheads -------------------------------------------------------------------------------

    CKEDITOR.plugins.add('storyheads', {
        init(editor) {
            const style = tag => new CKEDITOR.style({element: tag});
            editor.addCommand('crosshead', followsCaret('h2', () => change(editor, () =>
                editor.applyStyle(style(around(editor, 'h2') ? 'p' : 'h2')))));
            editor.setKeystroke(CTRL + ALT + 50, 'crosshead');
            editor.setKeystroke(CTRL + ALT + 81, 'blockquote');
            // A toolbar would have told the filter that <b> and bold spans are our <strong>.
            editor.on('pluginsLoaded', () => ['bold', 'italic'].forEach(name =>
                editor.addFeature(editor.getCommand(name))));
            // Before the editor's own filter, which knows only the names we keep.
            editor.on('paste', event => { event.data.dataValue = rename(event.data.dataValue); }, null, null, 5);
        }
    });

    // What other programs call what we have, as articles/body_rules.py renames it.
    const RENAMED = {h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3'};
    const rename = html => html.replace(/<(\/?)(h[1456])(?=[\s>])/gi,
        (_all, slash, tag) => `<${slash}${RENAMED[tag.toLowerCase()]}`);

    // --- Links ------------------------------------------------------------------------------------

    CKEDITOR.plugins.add('storylink', {
        init(editor) {
            const dialog = byId('dialog-link');
            const address = byId('link-address');
            const refused = byId('link-refused');
            let selection = [];

            const link = () => around(editor, 'a');
            // The same addresses as articles/body_rules.py takes; a bare domain gets its https.
            const complete = typed => {
                const text = typed.trim();
                return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(text) ? `https://${text}`
                    : /^[^\s@:/]+@[\w-]+(\.[\w-]+)+$/.test(text) ? `mailto:${text}` : text;
            };
            const followed = text => /^(https?:\/\/[^\s/\\?#]|mailto:\S|tel:[+(\d]|\/(?![/\\])|#)/i.test(text);

            const unlink = () => change(editor, () =>
                editor.removeStyle(new CKEDITOR.style({element: 'a', type: CKEDITOR.STYLE_INLINE, alwaysRemoveElement: 1})));
            const set = href => change(editor, () => {
                const here = link();
                const attributes = {href, 'data-cke-saved-href': href};
                if (here) {
                    here.setAttributes(attributes);
                } else if (editor.getSelection().getRanges()[0].collapsed) {
                    const made = new CKEDITOR.dom.element('a', editor.document);
                    made.setAttributes(attributes);
                    made.setText(href.replace(/^(https?:\/\/|mailto:|tel:)/i, ''));
                    editor.insertElement(made);
                } else {
                    editor.applyStyle(new CKEDITOR.style({element: 'a', attributes, type: CKEDITOR.STYLE_INLINE}));
                }
            });

            editor.addCommand('storylink', followsCaret('a', () => {
                selection = editor.getSelection().createBookmarks2(true);
                address.value = link()?.data('cke-saved-href') || link()?.getAttribute('href') || '';
                byId('link-out').hidden = !link();
                refused.hidden = true;
                dialog.showModal();
                address.select();
            }));
            const back = () => {
                editor.focus();
                editor.getSelection().selectBookmarks(selection);
            };
            dialog.querySelector('form').addEventListener('submit', event => {
                const href = complete(address.value);
                if (href && !followed(href)) {
                    event.preventDefault();
                    refused.hidden = false;
                    return;
                }
                dialog.close();
                back();
                if (href) {
                    set(href);
                } else if (link()) {
                    unlink();
                }
            });
            byId('link-out').addEventListener('click', () => {
                dialog.close();
                back();
                unlink();
            });
            editor.setKeystroke(CTRL + 75, 'storylink');
        }
    });

    // --- Tables -----------------------------------------------------------------------------------

    CKEDITOR.plugins.add('storytable', {
        init(editor) {
            const dialog = byId('dialog-table');
            const tools = byId('table-tools');
            const cell = () => around(editor, {td: 1, th: 1})?.$;
            const make = (rows, columns, head) => {
                const row = tag => `<tr>${`<${tag}><br></${tag}>`.repeat(columns)}</tr>`;
                const body = `<tbody>${row('td').repeat(Math.max(rows - (head ? 1 : 0), 1))}</tbody>`;
                return `<table>${head ? `<thead>${row('th')}</thead>` : ''}${body}</table>`;
            };
            const put = (row, index, like) => {
                const made = document.createElement(like.tagName);
                made.append(document.createElement('br'));
                row.insertBefore(made, row.cells[index] || null);
                return made;
            };
            const land = place => {
                if (place) {
                    const range = editor.createRange();
                    range.moveToElementEditStart(new CKEDITOR.dom.element(place));
                    range.select();
                }
            };
            const out = table => {
                const range = editor.createRange();
                range.setStartBefore(new CKEDITOR.dom.element(table));
                range.collapse(true);
                table.remove();
                editor.focus();
                range.select();
            };
            const inTable = act => ({
                contextSensitive: true,
                refresh(_editor, path) {
                    this.setState(path.contains('table', true) ? TRISTATE_OFF : TRISTATE_DISABLED);
                },
                exec: () => change(editor, () => cell() && act(cell()))
            });

            editor.addCommand('storytable', followsCaret('table', () => dialog.showModal()));
            editor.addCommand('storyrow', inTable(here => {
                const row = here.parentNode;
                const body = row.parentNode.tagName === 'THEAD' && here.closest('table').tBodies[0];
                const made = document.createElement('tr');
                if (body) {
                    body.prepend(made);
                } else {
                    row.after(made);
                }
                [...row.cells].forEach((one, index) => put(made, index, body ? document.createElement('td') : one));
                land(made.cells[0]);
            }));
            editor.addCommand('storyrowout', inTable(here => {
                const table = here.closest('table');
                const next = here.parentNode.nextElementSibling || here.parentNode.previousElementSibling;
                here.parentNode.remove();
                land(next?.cells[0] || table.rows[0]?.cells[0]);
                if (!table.rows.length) {
                    out(table);
                }
            }));
            editor.addCommand('storycolumn', inTable(here => {
                const index = here.cellIndex + 1;
                const made = [...here.closest('table').rows].map(row => put(row, index, row.cells[0] || here));
                land(made.find(one => one.parentNode === here.parentNode));
            }));
            editor.addCommand('storycolumnout', inTable(here => {
                const index = here.cellIndex;
                const table = here.closest('table');
                const row = here.parentNode;
                [...table.rows].forEach(one => one.cells[index]?.remove());
                land(row.cells[Math.max(index - 1, 0)]);
                if (!row.cells.length) {
                    out(table);
                }
            }));
            editor.addCommand('storytableout', inTable(here => out(here.closest('table'))));

            dialog.querySelector('form').addEventListener('submit', () => {
                const [rows, columns] = ['table-rows', 'table-columns'].map(id =>
                    Math.min(Math.max(Number(byId(id).value) || 1, 1), Number(byId(id).max)));
                dialog.close();
                editor.focus();
                change(editor, () => {
                    const made = CKEDITOR.dom.element.createFromHtml(make(rows, columns, byId('table-head').checked));
                    editor.insertElement(made);
                    land(made.$.rows[0].cells[0]);
                });
            });
            editor.on('selectionChange', event => {
                tools.hidden = !event.data.path.contains('table', true);
            });
        }
    });

    // --- Boxes ------------------------------------------------------------------------------------

    CKEDITOR.plugins.add('storybox', {
        init(editor) {
            const root = () => editor.editable().$;
            const topmost = node => {
                let one = node.$;
                while (one && one.parentNode !== root()) {
                    one = one.parentNode;
                }
                return one;
            };
            editor.addCommand('storybox', followsCaret('aside', () => change(editor, () => {
                const kept = editor.getSelection().createBookmarks();
                const box = around(editor, 'aside')?.$ || kept[0].startNode.getAscendant('aside')?.$;
                if (box) {
                    box.replaceWith(...box.childNodes);
                } else {
                    const first = topmost(kept[0].startNode);
                    const end = topmost(kept[0].endNode || kept[0].startNode);
                    const made = Object.assign(document.createElement('aside'), {className: 'box'});
                    const wrapped = [];
                    for (let one = first; one; one = one === end ? null : one.nextSibling) {
                        wrapped.push(one);
                    }
                    first.before(made);
                    made.append(...wrapped);
                }
                editor.getSelection().selectBookmarks(kept);
            })));

            // Enter in an empty last paragraph leaves the box, as it leaves lists and quotations.
            editor.on('key', event => {
                const path = event.data.keyCode === ENTER && editor.elementPath();
                const block = path && path.block?.$;
                const box = block?.parentNode;
                if (!box?.matches('aside') || block.textContent.trim() || block !== box.lastElementChild) {
                    return;
                }
                event.cancel();
                change(editor, () => {
                    box.after(block);
                    if (!box.children.length) {
                        box.remove();
                    }
                    const range = editor.createRange();
                    range.moveToElementEditStart(path.block);
                    range.select();
                });
            }, null, null, 2);

            // What ends the text and holds the caret gets a paragraph to leave by; it is no change of
            // the text, and no step to undo.
            const leaveWay = () => {
                const last = root().lastElementChild;
                if (last?.matches('aside, table, .cke_widget_wrapper')) {
                    const way = document.createElement('p');
                    way.append(document.createElement('br'));
                    editor.fire('lockSnapshot');
                    last.after(way);
                    editor.fire('unlockSnapshot');
                }
            };
            editor.on('instanceReady', leaveWay);
            editor.on('change', leaveWay);
        }
    });

    // --- The toolbar ------------------------------------------------------------------------------

    const bar = byId('edbar');
    const buttons = bar ? [...bar.querySelectorAll('[data-command]')] : [];

    const follow = (editor, button) => {
        const command = editor.getCommand(button.dataset.command);
        const show = () => {
            button.disabled = command.state === TRISTATE_DISABLED;
            button.setAttribute('aria-pressed', String(command.state === TRISTATE_ON));
        };
        if (!command || button.dataset.command === 'storyphoto' && !window.chooseStoryPhoto) {
            button.hidden = true;
            return;
        }
        if (['undo', 'redo', 'removeFormat', 'storyphoto'].includes(button.dataset.command)) {
            command.on('state', () => { button.disabled = command.state === TRISTATE_DISABLED; });
            button.disabled = command.state === TRISTATE_DISABLED;
        } else {
            command.on('state', show);
            show();
        }
        // The selection stays in the text.
        button.addEventListener('mousedown', event => event.preventDefault());
        button.addEventListener('click', () => {
            editor.focus();
            editor.execCommand(button.dataset.command);
        });
    };
    const rove = () => {
        const shown = buttons.filter(button => !button.hidden && button.offsetParent);
        shown.forEach((button, index) => { button.tabIndex = index ? -1 : 0; });
        bar.addEventListener('keydown', event => {
            const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
            const usable = buttons.filter(button => button.offsetParent && !button.disabled);
            const here = usable.indexOf(document.activeElement);
            if (step && here >= 0) {
                event.preventDefault();
                usable[(here + step + usable.length) % usable.length].focus();
            }
        });
    };
    const count = editor => {
        const place = byId('word-count');
        const words = editor.editable()?.$.innerText.split(/\s+/).filter(Boolean).length || 0;
        place.textContent = fill(place.dataset.words, {count: words.toLocaleString('vi')});
    };

    CKEDITOR.on('instanceReady', ({editor}) => {
        const box = editor.element.$;
        if (!bar || box.id !== 'id_body') {
            return;
        }
        const untouched = box.value;
        bar.hidden = false;
        buttons.forEach(button => follow(editor, button));
        rove();
        count(editor);

        let pause;
        editor.on('change', () => {
            document.dispatchEvent(new CustomEvent('desk:typed'));
            clearTimeout(pause);
            pause = setTimeout(() => count(editor), 400);
        });
        editor.setKeystroke(ALT + 121, 'desk-toolbar');
        editor.addCommand('desk-toolbar', {exec: () => { buttons.find(one => !one.disabled).focus(); }, editorFocus: false});
        // Browsers type a no-break space beside a tag or another space. Before a unit it is meant.
        editor.on('toDataFormat', event => {
            event.data.dataValue = event.data.dataValue.replace(/(?<!\d)&nbsp;|&nbsp;(?![\p{L}\d])/gu, ' ');
        }, null, null, 20);
        // A text nobody touched is handed in as it came, not as the editor would write it.
        editor.resetDirty();
        window.addEventListener('submit', () => {
            if (!editor.checkDirty()) {
                box.value = untouched;
            }
        });
    });
}
