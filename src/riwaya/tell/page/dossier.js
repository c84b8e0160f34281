"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const words = JSON.parse(one("#words").textContent);
  const reader = one("#reader"), note = one("#note"), pick = one("#pick");
  root.classList.add("scripted");

  // What the reader chose last time; a browser may forbid even this for local files.
  const kept = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem("riwaya." + key);
      localStorage.setItem("riwaya." + key, value);
    } catch { /* nothing is kept */ }
    return null;
  };

  // ── language ──────────────────────────────────────────────────────────────────────────────────────────────────
  let language = "ar";
  const say = (key, number) => {
    const forms = words[key][language === "ar" ? 0 : 1].split("|");
    if (number === undefined) return forms[0];
    const rest = number % 100;
    const form = language !== "ar" ? (number === 1 ? 0 : 1)
      : number === 1 ? 0 : number === 2 ? 1 : rest >= 3 && rest <= 10 ? 2 : rest > 10 ? 3 : 4;
    return forms[form].replace("{}", number);
  };
  const swapAttribute = (from, to) => {
    for (const el of all(`[${from}]`)) {
      if (el.dataset.was === undefined) el.dataset.was = "{}";
      const was = JSON.parse(el.dataset.was);
      if (!(to in was)) { was[to] = el.getAttribute(to) || ""; el.dataset.was = JSON.stringify(was); }
      el.setAttribute(to, language === "en" ? el.getAttribute(from) : was[to]);
    }
  };
  const speak = (wanted) => {
    language = wanted;
    root.lang = wanted;
    root.dir = wanted === "ar" ? "rtl" : "ltr";
    for (const el of all("[data-en], [data-roman]")) {
      if (el.dataset.ar === undefined) el.dataset.ar = el.textContent;
      const roman = el.dataset.roman, en = el.dataset.en;
      el.textContent = wanted === "en" ? (roman || en) : el.dataset.ar;
      if (roman) { el.lang = wanted === "en" ? "en" : "ar"; el.title = wanted === "en" ? el.dataset.ar + (roman.startsWith("≈") ? "\n" + say("guessed") : "") : ""; }
    }
    swapAttribute("data-en-label", "aria-label");
    swapAttribute("data-en-title", "title");
    swapAttribute("data-en-placeholder", "placeholder");
    for (const el of all("bdi.q, bdi.n:not([data-roman]), .versions td")) el.lang = "ar";
    for (const el of all(".margin")) { el.lang = wanted; el.dir = root.dir; }
    one("#language").lang = wanted === "ar" ? "en" : "ar";
    kept("language", wanted);
    folded = new WeakMap();
    shade();
    all(".filters").forEach(sift);
    seek();
  };

  // ── light and dark ────────────────────────────────────────────────────────────────────────────────────────────
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const shade = () => { one("#theme").textContent = say(dark() ? "theme.light" : "theme"); };
  const paint = (theme) => { root.dataset.theme = theme; kept("theme", theme); shade(); };

  // ── marking words: offsets are code points into the report's text ─────────────────────────────────────────────
  const textNodes = (el) => {
    const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT), nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  const units = (text, points) => {
    let at = 0;
    for (const char of text) { if (points-- <= 0) break; at += char.length; }
    return at;
  };
  const points = (text) => { let n = 0; for (const _ of text) n++; return n; };
  const wrap = (node, from, to, kind) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const mark = document.createElement("mark");
    mark.className = kind;
    range.surroundContents(mark);
    return mark;
  };
  const unmark = (kind) => {
    for (const mark of all("mark." + kind)) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  };
  const markPoints = (paragraph, from, to, kind) => {
    let at = 0, first = null;
    for (const node of textNodes(paragraph)) {
      const length = points(node.data), a = Math.max(from - at, 0), b = Math.min(to - at, length);
      if (a < b) {
        const mark = wrap(node, units(node.data, a), units(node.data, b), kind);
        first = first || mark;
      }
      at += length;
    }
    return first;
  };

  // ── the reader ────────────────────────────────────────────────────────────────────────────────────────────────
  let opener = null, story = null;
  const show = (n) => {
    const wanted = one("#a" + n);
    if (!wanted) return null;
    all("article", reader).forEach((el) => { el.hidden = el !== wanted; });
    pick.value = n;
    hush();
    return wanted;
  };
  const narrow = () => matchMedia("(max-width: 67.99rem)").matches;
  const enter = (remember) => {
    if (!narrow() || root.classList.contains("reading")) return;
    root.classList.add("reading");
    if (remember) history.pushState({ reading: true }, "");
  };
  const leave = () => {
    root.classList.remove("reading");
    if (opener && opener.isConnected) opener.focus();
  };
  const toEvidence = (place, from) => {
    const [n, start, end] = place.split(":").map(Number);
    const article = show(n);
    if (!article) return;
    opener = from || opener;
    all(".ev.on").forEach((el) => el.classList.remove("on"));
    if (from) from.classList.add("on");
    enter(true);
    unmark("evidence");
    let first = null;
    for (const paragraph of all(".text > [data-s]", article)) {
      const at = Number(paragraph.dataset.s), length = Number(paragraph.dataset.l);
      if (start < at + length && end > at) first = markPoints(paragraph, start - at, end - at, "evidence") || first;
      if (first && at > end) break;
    }
    const target = one("mark.evidence", article) || article;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (first) target.scrollIntoView({ block: "center" }); else one(".pages").scrollTop = 0;
  };

  // ── notes on annotations ──────────────────────────────────────────────────────────────────────────────────────
  let pinned = false;
  const hush = () => {
    if (!note) return;
    note.hidden = true;
    pinned = false;
    all(".hot").forEach((el) => el.classList.remove("hot"));
    document.dispatchEvent(new CustomEvent("riwaya:hushed"));
  };
  const tell = (el) => {
    const article = el.closest("article"), list = one("ol", note);
    all(".hot").forEach((hot) => hot.classList.remove("hot"));
    list.replaceChildren();
    for (const id of el.dataset.a.split(" ").reverse()) {
      const found = document.getElementById("n" + article.id.slice(1) + id);
      if (!found) continue;
      const copy = found.cloneNode(true);
      copy.removeAttribute("id");
      const chain = one(`.margin [data-of~="${id}"] > .chain`, article);
      if (chain) one("p", copy).after(chain.cloneNode(true));
      list.append(copy);
      all(`[data-a~="${id}"], [data-of~="${id}"]`, article).forEach((hot) => hot.classList.add("hot"));
    }
    note.hidden = !list.children.length;
    const said = el.dataset.a.split(" ").filter((id) => id.startsWith("s")).pop();
    document.dispatchEvent(new CustomEvent(said ? "riwaya:told" : "riwaya:hushed", { detail: { article, id: said } }));
  };

  // ── stories ───────────────────────────────────────────────────────────────────────────────────────────────────
  const enterStory = (id) => {
    const wanted = document.getElementById(id);
    if (!wanted || story === id) return;
    story = id;
    all(".story").forEach((el) => { el.hidden = el !== wanted; });
    all(".contents a").forEach((el) => { if (el.dataset.story === id) el.setAttribute("aria-current", "true"); else el.removeAttribute("aria-current"); });
    if (!reader) return;
    all("article", reader).forEach((el) => el.classList.toggle("other", el.dataset.story !== id));
    all("option", pick).forEach((el) => { el.hidden = el.disabled = el.dataset.story !== id; });
    const first = one(`article[data-story="${id}"]`, reader);
    if (first) show(first.id.slice(1)); else { all("article", reader).forEach((el) => { el.hidden = true; }); hush(); }
    seek();
  };
  const route = () => {
    const id = location.hash.slice(1);
    if (/^s\d+/.test(id)) {
      enterStory(id.split("-")[0]);
      const part = document.getElementById(id);
      if (part) part.scrollIntoView();
    } else if (/^a\d+$/.test(id) && one("#" + id)) {
      enterStory(one("#" + id).dataset.story);
      toEvidence(id.slice(1) + ":0:0", null);
    }
  };

  // ── filters ───────────────────────────────────────────────────────────────────────────────────────────────────
  const KEYS = ["speaker", "stance", "occasion", "origin", "outlet"];
  const sift = (form) => {
    const list = document.getElementById(form.dataset.for), want = new FormData(form), items = Array.from(list.children);
    const has = (item, key) => want.get(key) === "*" || item.dataset[key] === want.get(key);
    const dated = (item) => {
      const date = item.dataset.date, from = want.get("from"), until = want.get("until");
      return (!from || (date && date >= from.slice(0, date.length))) && (!until || (date && date <= until.slice(0, date.length)));
    };
    const active = KEYS.some((key) => want.get(key) !== "*") || !!want.get("from") || !!want.get("until");
    const counts = Object.fromEntries(KEYS.map((key) => [key, new Map()]));
    let left = 0;
    for (const item of items) {
      const misses = KEYS.filter((key) => !has(item, key)), fits = dated(item) && !misses.length;
      item.classList.toggle("no-f", !fits);
      left += fits ? 1 : 0;
      // What each choice would leave, were it made beside those of the other fields.
      if (!dated(item)) continue;
      for (const key of misses.length === 0 ? KEYS : misses.length === 1 ? misses : []) {
        counts[key].set(item.dataset[key], (counts[key].get(item.dataset[key]) || 0) + 1);
      }
    }
    for (const key of KEYS) {
      form.elements[key].toggleAttribute("data-any", want.get(key) === "*");
      for (const option of form.elements[key].options) {
        if (option.value === "*") continue;
        const number = counts[key].get(option.value) || 0;
        const label = language === "en" ? option.dataset.en || option.dataset.ar : option.dataset.ar;
        option.textContent = `${label} (${number})`;
        option.disabled = !number && !option.selected;
      }
    }
    list.parentNode.classList.toggle("seeking", active);
    one("output", form).textContent = say("filter.count").replace("{}", left).replace("{}", items.length);
    const nothing = one(".nothing", list.parentNode);
    if (nothing) nothing.hidden = left > 0;
  };
  for (const option of all(".filters option")) option.dataset.ar = option.textContent;

  // ── search: letters that are one to a reader are one here, as in arabic/letters.py ────────────────────────────
  const gone = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640]/;
  const same = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ڤ": "ف", "پ": "ب", "چ": "ج", "گ": "ك", "ک": "ك", "ی": "ي", "ہ": "ه", "ھ": "ه", "ە": "ه", "\u00a0": " ", "٫": ".", "٬": "," };
  const letter = (char) => {
    if (gone.test(char)) return "";
    if (same[char] !== undefined) return same[char];
    const code = char.charCodeAt(0);
    if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
    if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
    if (code >= 0xfb50) return Array.from(char.normalize("NFKC")).map((c) => c === char ? c : letter(c)).join("");
    return char.toLowerCase();
  };
  const america = /امي?ري?ك/g;
  const fold = (text) => Array.from(text, letter).join("").replace(/\s+/g, " ").replace(america, "امريك");
  // The folded text of an element with the way back: which text node and unit each of its letters comes from.
  const mapped = (el) => {
    const nodes = textNodes(el);
    let chars = [], from = [];
    nodes.forEach((node, which) => {
      for (let at = 0; at < node.data.length; at++) {
        for (const char of letter(node.data[at])) { chars.push(char); from.push([which, at]); }
      }
    });
    const text = chars.join("");
    for (const found of Array.from(text.matchAll(america)).reverse()) {
      chars.splice(found.index, found[0].length, ..."امريك");
      const first = from[found.index], last = from[found.index + found[0].length - 1];
      from.splice(found.index, found[0].length, first, first, first, first, last);
    }
    return { nodes, text: chars.join(""), from };
  };
  let folded = new WeakMap(), hits = [], hit = -1;
  const foldedText = (el) => {
    if (!folded.has(el)) folded.set(el, fold(el.textContent));
    return folded.get(el);
  };
  const markHits = (paragraph, wanted) => {
    const { nodes, text, from } = mapped(paragraph);
    const spans = [];
    for (let at = text.indexOf(wanted); at >= 0 && spans.length < 200; at = text.indexOf(wanted, at + wanted.length)) {
      spans.push([from[at], from[at + wanted.length - 1]]);
    }
    const marks = [];
    for (const [[a, i], [b, j]] of spans.reverse()) {
      let first = null;
      for (let which = b; which >= a; which--) {
        const start = which === a ? i : 0, end = which === b ? j + 1 : nodes[which].data.length;
        if (start < end) first = wrap(nodes[which], start, end, "q");
      }
      if (first) marks.unshift(first);
    }
    return marks;
  };
  const seek = () => {
    const box = one("#search"), wanted = fold(box.value).trim(), scope = story ? document.getElementById(story) : document;
    unmark("q");
    hits = [];
    hit = -1;
    let lines = 0;
    root.classList.toggle("seeking", wanted.length > 0);
    for (const item of all("[data-i]", scope)) {
      const fits = !wanted || foldedText(item).includes(wanted);
      item.classList.toggle("no-q", !fits);
      lines += fits ? 1 : 0;
    }
    // A heading over nothing says nothing.
    const bare = (el) => !!one("[data-i]", el) && !one("[data-i]:not(.no-q)", el);
    for (const axis of all(".axis", scope)) {
      axis.classList.toggle("no-q", bare(axis));
      axis.previousElementSibling.classList.toggle("no-q", bare(axis));
    }
    for (const rest of all("details.rest", scope)) {
      rest.classList.toggle("no-q", bare(rest));
      if (wanted && !bare(rest)) rest.open = true;
    }
    for (const view of all(".view", scope)) view.classList.toggle("no-q", bare(view));
    if (wanted.length > 1 && reader) {
      for (const paragraph of all(`article${story ? `[data-story="${story}"]` : ""} .text > [data-s]`, reader)) {
        if (hits.length < 2000 && foldedText(paragraph).includes(wanted)) hits.push(...markHits(paragraph, wanted));
      }
    }
    one("#found").textContent = !wanted ? "" : lines + hits.length === 0 ? say("search.none")
      : say("search.lines", lines) + (hits.length ? " · " + say("search.hits", hits.length) : "");
    one("#next").hidden = !hits.length;
  };
  const nextHit = () => {
    if (!hits.length) return;
    hit = (hit + 1) % hits.length;
    show(hits[hit].closest("article").id.slice(1));
    enter(true);
    hits[hit].scrollIntoView({ block: "center" });
  };

  // ── long lists ────────────────────────────────────────────────────────────────────────────────────────────────
  for (const list of all(".limited")) {
    const most = Number(list.dataset.most), button = one(`.more[aria-controls="${list.id}"]`);
    Array.from(list.children).slice(most).forEach((item) => item.classList.add("later"));
    if (!button) continue;
    button.hidden = list.children.length <= most;
    button.addEventListener("click", () => { list.classList.add("all"); button.hidden = true; });
  }

  // ── events ────────────────────────────────────────────────────────────────────────────────────────────────────
  document.addEventListener("click", (event) => {
    const evidence = event.target.closest("a[data-e]");
    if (evidence) { event.preventDefault(); toEvidence(evidence.dataset.e, evidence); return; }
    const annotated = event.target.closest(".text [data-a]");
    if (annotated && note) { tell(annotated); pinned = true; }
  });
  document.addEventListener("mouseover", (event) => {
    const annotated = event.target.closest && event.target.closest(".text [data-a]");
    if (annotated && note && !pinned && !narrow()) tell(annotated);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches && event.target.matches(".text [data-a]") && note) { tell(event.target); pinned = true; }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (note && !note.hidden) hush();
      else if (root.classList.contains("reading")) history.back();
    } else if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      one("#search").focus();
    }
  });
  addEventListener("popstate", () => { if (root.classList.contains("reading")) leave(); else route(); });
  addEventListener("hashchange", route);
  one("#language").addEventListener("click", () => speak(language === "ar" ? "en" : "ar"));
  one("#theme").addEventListener("click", () => paint(dark() ? "light" : "dark"));
  let waiting = 0;
  one("#search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(seek, 120); });
  one(".search").addEventListener("submit", (event) => { event.preventDefault(); seek(); nextHit(); });
  one("#next").addEventListener("click", nextHit);
  for (const form of all(".filters")) {
    form.addEventListener("change", () => sift(form));
    form.addEventListener("reset", () => setTimeout(() => sift(form)));
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  if (reader) {
    pick.addEventListener("change", () => { unmark("evidence"); show(pick.value); one(".pages").scrollTop = 0; });
    one("#close").addEventListener("click", () => { if (history.state && history.state.reading) history.back(); else leave(); });
    one("#note > .shut").addEventListener("click", hush);
    for (const box of all(".layers input")) {
      box.addEventListener("change", () => reader.classList.toggle("off-" + box.value, !box.checked));
    }
    // A chain beside a paragraph is one stop, its number; and one more where a hand is named elsewhere.
    all(".margin .chain > :not(.inherited) a").forEach((el) => { el.tabIndex = -1; });
    // One stop of the Tab key for each annotated stretch: where a statement's own words begin, or a time.
    for (const article of all("article", reader)) {
      const seen = new Set();
      for (const el of all(".text [data-a]", article)) {
        const begun = (el.dataset.n || "").split("·").map((number) => "s" + (number - 1));
        const fresh = el.dataset.a.split(" ").filter((id) => begun.includes(id) || (id.startsWith("t") && !seen.has(id)));
        if (fresh.length) {
          el.tabIndex = 0;
          el.setAttribute("role", "group");
          el.setAttribute("aria-describedby", fresh.map((id) => "n" + article.id.slice(1) + id).join(" "));
        }
        fresh.forEach((id) => seen.add(id));
      }
    }
  }

  // On paper nothing opens: what is folded is unfolded, and folded again afterwards.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = all(".gaps details:not([open]), .said:not([open]), .versions:not([open]), .account:not([open])");
    unfolded.forEach((el) => { el.open = true; });
  });
  addEventListener("afterprint", () => { unfolded.forEach((el) => { el.open = false; }); });

  const first = one(".story");
  if (first) enterStory(first.id);
  const theme = kept("theme");
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  const remembered = kept("language");
  speak(remembered === "en" ? "en" : "ar");
  route();
})();
