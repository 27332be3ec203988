// A colour of the owner's.

const LEAST_CONTRAST = 4.6;
const brightness = (colour) => {
  const [red, green, blue] = colour.map((part) => (part <= 10.3 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one, other) => {
  const [dark, light] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** The colour `#rrggbb`, made lighter or darker until text in it can be read on `ground`; null for anything else. */
const readable = (text, ground) => {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text || "");
  if (!parts) return null;
  let colour = parts.slice(1).map((part) => parseInt(part, 16));
  const goal = brightness(ground) > 0.5 ? 0 : 255;
  while (contrast(colour, ground) < LEAST_CONTRAST) colour = colour.map((part) => part + (goal - part) * 0.08);
  return colour;
};
