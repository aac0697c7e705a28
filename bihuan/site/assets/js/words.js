// The sentences that scripts say, translated by the server (words.py) and carried in a meta element.
const sentences = JSON.parse(meta("words") || "{}");

export function word(key, values = {}) {
  return (sentences[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function meta(name) {
  return document.querySelector(`meta[name="${name}"]`)?.content ?? "";
}
