"use strict";
// Draws the chain of the statement that is looked at over its text: from the content to the name of the speaker, from
// there to each hand before it, as far as the report names them. Dashed lines lead to unnamed sources, dotted ones to
// names that stand with an earlier statement or in the credit line. The same chain stands in words beside the paragraph.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const element = (name, attributes) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const wipe = () => { for (const old of document.querySelectorAll(".drawn")) old.remove(); };

  // The boxes of the code points from start to end, as the text is set now.
  const boxes = (text, start, end) => {
    const found = [];
    for (const paragraph of text.querySelectorAll(":scope > [data-s]")) {
      let at = Number(paragraph.dataset.s);
      if (at >= end || at + Number(paragraph.dataset.l) <= start) continue;
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const chars = Array.from(walker.currentNode.data), from = Math.max(start - at, 0), to = Math.min(end - at, chars.length);
        if (from < to) {
          const range = document.createRange(), before = chars.slice(0, from).join("").length;
          range.setStart(walker.currentNode, before);
          range.setEnd(walker.currentNode, before + chars.slice(from, to).join("").length);
          found.push(...range.getClientRects());
        }
        at += chars.length;
      }
    }
    return found.filter((box) => box.width > 0);
  };
  const place = (link) => link.dataset.e.split(":").slice(1).map(Number);
  const kind = (hand) => (hand.matches(".k-unnamed, .k-collective") ? " unnamed" : "") + (hand.matches(".inherited") ? " inherited" : "");

  // The words of the content, then of each hand that the report names, the speaker first.
  const stations = (text, id, beside) => {
    const own = Array.from(beside.querySelectorAll(".number")).find((link) => link.textContent.match(/\d+/)[0] === String(Number(id.slice(1)) + 1));
    const hands = Array.from(beside.querySelectorAll(".chain > li")).reverse();
    const named = hands.map((hand) => [hand.querySelector("a[data-e]"), kind(hand)]).filter(([link]) => link);
    return [[own, " content"], ...named].filter(([link]) => link).map(([link, style]) => [boxes(text, ...place(link)), style]).filter(([found]) => found.length);
  };
  const draw = (article, id) => {
    wipe();
    const text = article.querySelector(".text"), beside = article.querySelector(`.margin [data-of~="${id}"]`);
    if (!text || !beside) return;
    const ground = text.getBoundingClientRect(), svg = element("svg", { class: "drawn", "aria-hidden": "true", width: ground.width, height: ground.height });
    const points = stations(text, id, beside), rtl = getComputedStyle(text).direction === "rtl";
    points.forEach(([found, style], n) => {
      if (n) for (const box of found) svg.append(element("rect", { class: "hand" + style, x: box.left - ground.left - 2, y: box.top - ground.top - 1, width: box.width + 4, height: box.height + 2, rx: 4 }));
      if (n) svg.append(...arrow(points[n - 1][0][0], found[0], ground, style, n === 1 && rtl));
    });
    text.append(svg);
  };
  // A curve over the line of the text, with its head at the hand.
  const arrow = (from, to, ground, style, fromStart) => {
    const x1 = (fromStart ? from.right - 6 : (from.left + from.right) / 2) - ground.left, y1 = from.top - ground.top;
    const x2 = (to.left + to.right) / 2 - ground.left, y2 = to.top - ground.top, high = Math.min(y1, y2) - 14;
    return [
      element("path", { class: "way" + style, d: `M${x1},${y1} C${x1},${high} ${x2},${high} ${x2},${y2 - 5}` }),
      element("path", { class: "head" + style, d: `M${x2 - 4},${y2 - 7} L${x2 + 4},${y2 - 7} L${x2},${y2 - 1} Z` }),
    ];
  };
  document.addEventListener("riwaya:told", (event) => draw(event.detail.article, event.detail.id));
  document.addEventListener("riwaya:hushed", wipe);
  addEventListener("resize", wipe);
})();
