"""Reading an article page copied as plain text: copied.page.parse is the way in."""
