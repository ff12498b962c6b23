// Draws the network in #data. Every word from a document is put in place as text, never as HTML.
// This file and page.js are one script, inside one function.
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const KINDS = {
  person: ["Person", "Personer"], body: ["Organ", "Organ"], organisation: ["Organisation", "Organisationer"],
  municipality: ["Kommun (område)", "Kommuner"], party: ["Parti", "Partier"],
};
const SHAPES = { // as vis-network draws them, in a box of 16 × 16
  person: "M8 1.5a6.5 6.5 0 1 0 .01 0z", body: "M2 2h12v12H2z", organisation: "M8 .5 15.5 8 8 15.5.5 8z",
  municipality: "M4.2 1.5h7.6L15.6 8l-3.8 6.5H4.2L.4 8z",
  party: "M8.0 0.6 10.1 5.7 15.6 6.1 11.4 9.7 12.7 15.1 8.0 12.2 3.3 15.1 4.6 9.7 0.4 6.1 5.9 5.7z",
};
// heading of a group of neighbours: kind of tie, kind of the node in the panel
const HEADINGS = {
  "seat person": "Uppdrag", "seat body": "Ledamöter och ersättare", "attendance person": "Deltar i",
  "attendance body": "Övriga deltagare", "affiliation person": "Anknytningar", "affiliation organisation": "Personer",
  "affiliation body": "Knutna hit", "affiliation party": "Knutna hit", "represents body": "Företrädare", "represents party": "Företrädare",
  "represents person": "Företräder", "represents organisation": "Företrädare", "municipality person": "Företräder kommunen",
  "municipality municipality": "Företrädare", "party person": "Parti", "party party": "Personer",
  "owner body": "Hör till", "owner organisation": "Organ", "territory organisation": "Område",
  "territory municipality": "Organisation",
};
const ORDER = ["seat", "affiliation", "represents", "municipality", "party", "owner", "territory", "attendance"];
const ROLES = ["ordförande", "1:e vice ordförande", "vice ordförande", "2:e vice ordförande", "3:e vice ordförande", "ledamot"];
const compare = new Intl.Collator("sv").compare;
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

// ---- what is known -------------------------------------------------------------------------------------------
const known = new Map(), ties = new Map(), hidden = new Set();
for (const node of data.nodes) {
  known.set(node.id, Object.assign({ name: node.label, size: node.size, group: node.group }, data.about[node.id]));
  ties.set(node.id, []);
  delete node.label; // drawn by drawLabels, so that it can be read at every distance
}
for (const edge of data.edges) {
  ties.get(edge.from).push({ to: edge.to, edge });
  ties.get(edge.to).push({ to: edge.from, edge });
}
const ownerOf = (id) => {
  const tie = known.get(id).kind === "body" && ties.get(id).find(({ edge }) => edge.kind === "owner");
  return tie ? known.get(tie.to).name : "";
};
const sameName = new Map();
for (const node of known.values()) sameName.set(node.name, (sameName.get(node.name) || 0) + 1);
for (const [id, node] of known) {
  node.under = node.kind === "person" ? node.party : ownerOf(id);
  node.lines = wrapped(node.name, node.kind === "person" ? 20 : 24);
  if (node.kind === "body" && sameName.get(node.name) > 1 && node.under) node.lines.push(...wrapped(node.under, 28).slice(0, 1));
  node.weight = node.size * 10 + ties.get(id).length;
  node.search = folded([node.name].concat(node.facts.filter(([key]) => key === "Skrivs även").map(([, value]) => value)).join(" "));
}

for (const node of data.nodes) node.title = [known.get(node.id).name, known.get(node.id).under].filter(Boolean).join("\n");
for (const edge of data.edges) edge.title = [known.get(edge.from).name + " – " + known.get(edge.to).name, ...edge.periods.map(spell)].filter(Boolean).join("\n");

function spell([role, first, last, times]) { return [role, period(first, last), times ? meetings(times) : ""].filter(Boolean).join(", "); }
function period(first, last) { return !first ? "" : first === last ? first : first + " – " + last; }
function meetings(times) { return times + " protokoll"; }
function wrapped(name, width) { // at most two lines for the map; the panel shows the whole name
  const clean = name.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, " ").trim().slice(0, 120);
  const lines = [""];
  for (const word of clean.split(" ")) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length >= width) lines.push(word); else lines[lines.length - 1] = last ? last + " " + word : word;
  }
  const shown = lines.slice(0, 2).map((line) => (line.length > width + 8 ? line.slice(0, width + 7) + "…" : line));
  if (lines.length > 2 && !shown[1].endsWith("…")) shown[1] += " …";
  return shown;
}
function folded(text) { return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); }

// ---- small builders ------------------------------------------------------------------------------------------
function make(tag, text, parent) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (parent) parent.append(element);
  return element;
}
function mark(kind, colour, parent) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "mark");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[kind]);
  path.setAttribute("class", kind);
  if (colour) path.style.fill = colour;
  svg.append(path);
  parent.append(svg);
}
const parties = new Map(Object.entries(data.parties));
const colourOf = (node) => ((node.kind === "person" || node.kind === "party") && parties.get(node.party)) || "";

// ---- the map -------------------------------------------------------------------------------------------------
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
const large = data.nodes.length > 300;
const FAINT = { party: 0.14, municipality: 0.14, attendance: 0.35, represents: 0.35 };
const theme = {};
let selected = null, near = null;
readTheme();
const nodes = new vis.DataSet(data.nodes), edges = new vis.DataSet(data.edges);
const network = new vis.Network($("map"), { nodes, edges }, Object.assign(data.options, { groups: groups() }));

function readTheme() {
  for (const name of ["ground", "ink", "edge", ...Object.keys(KINDS)]) theme[name] = css(name);
  for (const edge of data.edges) {
    const opacity = (FAINT[edge.kind] || 0.6) * (large ? 0.75 : 1);
    edge.color = { color: theme.edge, highlight: theme.edge, hover: theme.ink, opacity };
  }
}
function groups() { // a border of the same colour keeps small nodes in sight from afar: it does not shrink with them
  const found = {};
  for (const { group } of data.nodes) {
    const [kind, party] = group.split(" ");
    const fill = parties.get(party) || theme[kind], colour = { background: fill, border: fill };
    found[group] = { color: { ...colour, highlight: { background: fill, border: theme.ink }, hover: { background: fill, border: theme.ink } } };
  }
  return found;
}
const off = (id) => hidden.has(known.get(id).kind);
function count() {
  const seen = data.nodes.filter(({ id }) => !off(id)).length;
  const drawn = data.edges.filter(({ from, to }) => !off(from) && !off(to)).length;
  const number = new Intl.NumberFormat("sv").format;
  $("count").textContent = number(seen) + (seen === 1 ? " nod, " : " noder, ") + number(drawn) + (drawn === 1 ? " kant" : " kanter");
}

// Names in screen size, the weightiest first, each below, above or beside its node, where it covers no other name or hub.
const byWeight = [...known.keys()].sort((a, b) => known.get(b).weight - known.get(a).weight);
const widths = new Map();
function drawLabels(context) {
  const scale = network.getScale(), places = network.getPositions();
  const taken = new Map(), dots = new Map(), cell = 64;
  const cells = (box) => {
    const found = [];
    for (let x = Math.floor(box[0] / cell); x <= Math.floor(box[2] / cell); x++)
      for (let y = Math.floor(box[1] / cell); y <= Math.floor(box[3] / cell); y++) found.push(x + ":" + y);
    return found;
  };
  const take = (grid, box) => { for (const key of cells(box)) { if (!grid.has(key)) grid.set(key, []); grid.get(key).push(box); } };
  const free = (grid, box) => cells(box).every((key) => (grid.get(key) || []).every(
    (other) => other[4] === box[4] || box[2] <= other[0] || box[0] >= other[2] || box[3] <= other[1] || box[1] >= other[3]));
  const from = network.DOMtoCanvas({ x: -80, y: -40 }), to = network.DOMtoCanvas({ x: $("map").clientWidth + 80, y: $("map").clientHeight + 40 });
  const shown = (near ? [...near].sort((a, b) => (b === selected) - (a === selected) || known.get(b).weight - known.get(a).weight) : byWeight)
    .filter((id) => {
      const place = places[id];
      return !off(id) && place.x > from.x && place.x < to.x && place.y > from.y && place.y < to.y;
    });
  for (const id of shown) { // nothing is written over a hub, and as little as may be over anyone
    const size = known.get(id).size * scale + 1, x = places[id].x * scale, y = places[id].y * scale;
    take(known.get(id).kind === "person" ? dots : taken, [x - size, y - size, x + size, y + size, id]);
  }
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.strokeStyle = theme.ground;
  context.fillStyle = theme.ink;
  context.lineWidth = 3.5 / scale;
  for (const id of shown) {
    const node = known.get(id), hub = node.kind !== "person";
    if (!hub && !near && scale < 0.5) continue;
    const pixels = id === selected ? 15 : hub ? Math.max(12, Math.min(16, 9 + node.size * 0.25)) : 11.5;
    const font = (size) => (hub || id === selected ? "600 " : "") + size + 'px system-ui, "Segoe UI", "Noto Sans", sans-serif';
    if (widths.get(id)?.[0] !== pixels) {
      context.font = font(pixels);
      widths.set(id, [pixels, Math.max(...node.lines.map((line) => context.measureText(line).width))]);
    }
    const wide = widths.get(id)[1] / 2 + 2, high = node.lines.length * pixels * 1.15, away = node.size * scale + 3;
    const x = places[id].x * scale, y = places[id].y * scale;
    const around = [[x, y + away], [x, y - away - high], [x + away + wide, y - high / 2], [x - away - wide, y - high / 2]];
    const box = ([left, top]) => [left - wide, top - 1, left + wide, top + high + 1, id];
    const cut = ([left]) => left - wide < (from.x * scale + 80) || left + wide > (to.x * scale - 80);
    const open = around.filter((spot) => free(taken, box(spot))).sort((a, b) => cut(a) - cut(b));
    const spot = open.find((spot) => free(dots, box(spot))) || ((hub || shown.length < 60) && open[0]) || (id === selected && around[0]);
    if (!spot) continue;
    take(taken, box(spot));
    context.font = font(pixels / scale);
    node.lines.forEach((line, row) => {
      const at = (spot[1] + row * pixels * 1.15) / scale;
      context.strokeText(line, spot[0] / scale, at);
      context.fillText(line, spot[0] / scale, at);
    });
  }
}
function drawChoice(context) { // a veil over everything, and what belongs to the choice once more on top of it
  const from = network.DOMtoCanvas({ x: 0, y: 0 }), to = network.DOMtoCanvas({ x: $("map").clientWidth, y: $("map").clientHeight });
  context.globalAlpha = 0.86;
  context.fillStyle = theme.ground;
  context.fillRect(from.x, from.y, to.x - from.x, to.y - from.y);
  context.globalAlpha = 0.8;
  context.strokeStyle = theme.edge;
  const places = network.getPositions();
  for (const { to: other, edge } of ties.get(selected)) if (!off(other)) {
    context.lineWidth = Math.max(edge.width, 1.2 / network.getScale());
    context.beginPath();
    context.moveTo(places[selected].x, places[selected].y);
    context.lineTo(places[other].x, places[other].y);
    context.stroke();
  }
  context.globalAlpha = 1;
  for (const id of near) if (!off(id)) network.body.nodes[id].draw(context);
}
network.on("afterDrawing", (context) => {
  if (selected !== null) drawChoice(context);
  drawLabels(context);
});
network.on("click", ({ nodes: [id] }) => (id === undefined ? unchoose() : choose(id, false)));
network.on("hoverNode", () => ($("map").style.cursor = "pointer"));
network.on("blurNode", () => ($("map").style.cursor = ""));

