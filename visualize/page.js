// The panel, the search, the legend. Continues map.js.

// ---- the panel -----------------------------------------------------------------------------------------------
function choose(id, move) {
  const node = known.get(id);
  if (hidden.has(node.kind)) toggle(node.kind, true);
  selected = id;
  near = new Set([id, ...ties.get(id).map(({ to }) => to)]);
  fillPanel(id, node);
  $("panel").hidden = false;
  network.selectNodes([id], false);
  if (!move) return;
  $("name").focus({ preventScroll: true });
  const around = [...near].filter((other) => other === id || !["party", "municipality"].includes(known.get(other).kind));
  requestAnimationFrame(() => {
    if (around.length > 1) network.fit({ nodes: around, maxZoomLevel: 1.5, animation: still ? false : { duration: 500 } });
    else network.focus(id, { scale: 1, animation: still ? false : { duration: 500 } });
  });
}
function unchoose() {
  selected = near = null;
  $("panel").hidden = true;
  network.unselectAll();
  network.redraw();
}
function fillPanel(id, node) {
  $("panel").scrollTop = 0;
  $("kind").replaceChildren();
  mark(node.kind, colourOf(node), $("kind"));
  make("span", KINDS[node.kind][0], $("kind"));
  $("name").textContent = node.name;
  $("facts").replaceChildren();
  for (const [key, value] of node.facts) {
    make("dt", key, $("facts"));
    make("dd", value, $("facts")).dir = "auto";
  }
  $("ties").replaceChildren();
  for (const kind of ORDER) {
    const group = ties.get(id).filter(({ edge }) => edge.kind === kind).map((tie) => ({ ...tie, node: known.get(tie.to) }));
    if (group.length) fillTies(group, HEADINGS[kind + " " + node.kind] || "Hör ihop med", node.kind);
  }
  $("words").hidden = !node.quotes.length;
  $("quotes").replaceChildren();
  for (const [words, source, page] of node.quotes) {
    const quote = make("blockquote", "", $("quotes"));
    make("p", words, quote).dir = "auto";
    const footer = make("footer", "", quote);
    make("bdi", source, footer);
    footer.append(", s. " + page);
  }
  $("iri").textContent = node.iri;
}
function fillTies(group, heading, kind) {
  const rank = ({ edge }) => Math.min(...edge.periods.map(([role]) => ROLES.indexOf(role)).map((at) => (at < 0 ? ROLES.length : at)));
  group.sort((a, b) => (kind === "body" ? rank(a) - rank(b) : 0) || compare(a.node.name, b.node.name));
  make("h3", heading + (group.length > 5 ? " (" + group.length + ")" : ""), $("ties"));
  const list = make("ul", "", $("ties"));
  const show = (tie) => {
    const row = make("li", "", list);
    mark(tie.node.kind, colourOf(tie.node), row);
    const button = make("button", "", row);
    button.type = "button";
    make("bdi", tie.node.name, button);
    button.addEventListener("click", () => choose(tie.to, true));
    if (tie.node.under) make("small", tie.node.kind === "person" ? "(" + tie.node.under + ")" : tie.node.under, button);
    for (const text of tie.edge.periods.map(spell).filter(Boolean)) make("small", text, row).dir = "auto";
  };
  const few = group.length > 45 ? 40 : group.length;
  group.slice(0, few).forEach(show);
  if (few < group.length) {
    const more = make("button", "Visa alla " + group.length, make("li", "", list));
    more.type = "button";
    more.addEventListener("click", () => { more.parentElement.remove(); group.slice(few).forEach(show); });
  }
}
$("close").addEventListener("click", () => { unchoose(); $("search").focus(); });

// ---- the search ----------------------------------------------------------------------------------------------
let hits = [], at = -1;
function search() {
  const words = folded($("search").value).split(/\s+/).filter(Boolean);
  const first = $("search").value.trim().toLowerCase(); // å before a for whoever writes å, both for whoever writes a
  const rank = ({ name }) => (name.toLowerCase().startsWith(first) ? 0 : folded(name).startsWith(words[0]) ? 1
    : (" " + folded(name)).includes(" " + words[0]) ? 2 : 3);
  hits = !words.length ? [] : byWeight.filter((id) => words.every((word) => known.get(id).search.includes(word)))
    .map((id) => [rank(known.get(id)), id]).sort((a, b) => a[0] - b[0]).slice(0, 30).map(([, id]) => id);
  at = hits.length ? 0 : -1;
  $("results").replaceChildren();
  hits.forEach((id, number) => {
    const node = known.get(id), row = make("li", "", $("results"));
    row.id = "hit" + number;
    row.setAttribute("role", "option");
    mark(node.kind, colourOf(node), row);
    make("bdi", node.name, row);
    make("small", [node.kind === "person" ? "" : KINDS[node.kind][0], node.under].filter(Boolean).join(", "), row);
    row.addEventListener("mousedown", (event) => { event.preventDefault(); take(id); });
  });
  if (words.length && !hits.length) make("li", "Inget namn liknar det", $("results")).className = "none";
  open(words.length > 0);
}
function open(yes) {
  $("results").hidden = !yes;
  $("search").setAttribute("aria-expanded", String(yes && hits.length > 0));
  point();
}
function point() {
  [...$("results").children].forEach((row, number) => row.setAttribute("aria-selected", String(number === at)));
  if (at >= 0 && !$("results").hidden) {
    $("search").setAttribute("aria-activedescendant", "hit" + at);
    $("hit" + at).scrollIntoView({ block: "nearest" });
  } else $("search").removeAttribute("aria-activedescendant");
}
function take(id) {
  $("search").value = known.get(id).name;
  open(false);
  choose(id, true);
}
$("search").addEventListener("input", search);
$("search").addEventListener("focus", () => $("search").value && hits.length && open(true));
$("search").addEventListener("blur", () => open(false));
$("search").addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if ($("results").hidden) search(); else if (hits.length) at = (at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
    point();
  } else if (event.key === "Enter" && hits[at] && !$("results").hidden) { event.preventDefault(); take(hits[at]); }
  else if (event.key === "Escape" && !$("results").hidden) { event.stopPropagation(); open(false); }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && selected !== null) unchoose();
  if (event.key === "/" && event.target !== $("search")) { event.preventDefault(); $("search").focus(); $("search").select(); }
});

// ---- the legend and the buttons ------------------------------------------------------------------------------
const boxes = {};
function toggle(kind, on) {
  on ? hidden.delete(kind) : hidden.add(kind);
  boxes[kind].checked = on;
  if (!on && selected !== null && known.get(selected).kind === kind) unchoose();
  nodes.update(data.nodes.filter(({ id }) => known.get(id).kind === kind).map(({ id }) => ({ id, hidden: !on })));
  edges.update(data.edges.filter(({ from, to }) => [known.get(from).kind, known.get(to).kind].includes(kind))
    .map(({ id, from, to }) => ({ id, hidden: off(from) || off(to) })));
  count();
}
for (const kind of Object.keys(KINDS)) {
  const number = data.nodes.filter(({ id }) => known.get(id).kind === kind).length;
  if (!number) continue;
  const label = make("label", "", make("li", "", $("kinds")));
  boxes[kind] = make("input", "", label);
  boxes[kind].type = "checkbox";
  boxes[kind].checked = true;
  boxes[kind].addEventListener("change", () => toggle(kind, boxes[kind].checked));
  mark(kind, "", label);
  make("span", KINDS[kind][1], label);
  make("small", String(number), label);
}
const present = new Set([...known.values()].map(({ party }) => party));
for (const [code, colour] of parties) if (present.has(code)) {
  const entry = make("li", "", $("parties"));
  mark("person", colour, entry);
  entry.append(code);
}
$("parties").hidden = !$("parties").children.length;
$("empty").hidden = data.nodes.length > 0;
const zoom = (factor) => network.moveTo({ scale: Math.min(6, Math.max(0.03, network.getScale() * factor)), animation: still ? false : { duration: 200 } });
function whole(animation) { // with room for the names at the rim and for the legend
  network.fit({ animation: false, maxZoomLevel: 1.7 });
  const beside = $("legend").open && $("map").clientWidth > 720 ? 70 : 0;
  network.moveTo({ scale: network.getScale() * (beside ? 0.87 : 0.92), offset: { x: beside, y: 0 }, animation });
}
$("closer").addEventListener("click", () => zoom(1.4));
$("farther").addEventListener("click", () => zoom(1 / 1.4));
$("whole").addEventListener("click", () => whole(still ? false : { duration: 400 }));
if (matchMedia("(max-width: 720px)").matches) $("legend").open = false;
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  readTheme();
  edges.update(data.edges.map(({ id, color }) => ({ id, color })));
  network.setOptions({ groups: groups() });
  nodes.update(data.nodes.map(({ id, group }) => ({ id, group })));
});
count();
whole(false);
window.protokollgraf = { network, choose }; // for whoever opens the console
