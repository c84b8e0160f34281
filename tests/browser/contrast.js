// The contrast of words with their ground (WCAG 2), by selector, as JSON; of the selectors given, else of the page's own.
const luminance = (colour) => {
  const mixed = colour.startsWith("color(srgb");
  const [r, g, b] = colour.match(/[\d.]+/g).map(Number)
    .map((v) => (mixed ? v : v / 255)).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (el) => {
  for (; el; el = el.parentElement) {
    const colour = getComputedStyle(el).backgroundColor;
    if (!/, 0\)|transparent/.test(colour)) return colour;
  }
  return "rgb(255,255,255)";
};
const selectors = arguments[0] || [
  "h1", ".span", ".why", ".brand b", ".axis .when", ".line .what .q", ".stance", ".chain .k-outlet bdi", ".chain li + .k-agency bdi",
  ".chain .k-unnamed bdi", ".chip small", ".slips", ".text .st", ".text .cu", ".status", ".number", ".count", ".fine",
  ".mode", ".line .meta", ".numbers .number", ".chain small i", ".chain .origin small b", ".margin .stance",
];
const ratios = {};
for (const selector of selectors) {
  const el = document.querySelector(selector);
  const [a, b] = el ? [luminance(getComputedStyle(el).color), luminance(ground(el))] : [0, 0];
  ratios[selector] = Math.round(100 * (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)) / 100;
}
return JSON.stringify(ratios);
