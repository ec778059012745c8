// Text as the records count it: in code points. What a page shows may differ by the boxes for unseen characters.

/** The text an element stands for: a box for an unseen character is that one character again. */
export function textOf(root) {
  let text = "";
  for (const node of texts(root)) {
    const box = node.parentElement.closest(".unseen");
    text += box ? String.fromCodePoint(parseInt(node.data.slice(2), 16)) : node.data;
  }
  return text;
}

/** How many code points a string has. */
export function length(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Offset in code points of a place (node and offset, as selections have it) within an element. */
export function offsetWithin(root, place, offset) {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(place, offset);
  let count = 0;
  for (const node of texts(root)) {
    if (!range.intersectsNode(node)) break;
    const box = node.parentElement.closest(".unseen");
    if (node !== range.endContainer) count += box ? 1 : length(node.data);
    else count += box ? Number(range.endOffset > 0) : length(node.data.slice(0, range.endOffset));
  }
  return count;
}

function* texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode;
}

/** An element with text in it, and nothing that could be markup. */
export function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
