import type { Sku } from "./products.ts";

interface Drawing {
  /** The color behind it. */
  ground: string;
  /** SVG within 200 × 200. */
  shapes: string;
}

const shirt = "M74 46Q100 66 126 46L166 68L154 100L138 92V160H62V92L46 100L34 68Z";

/** How each product looks: a few shapes, so that the shop needs no photographs. */
export const drawings: Readonly<Record<Sku, Drawing>> = {
  "enamel-mug": {
    ground: "#dbe5e6",
    shapes: `<path d="M134 84h10a19 19 0 0 1 0 42h-10" fill="none" stroke="#fff" stroke-width="11"/><path d="M56 66h80v72a14 14 0 0 1-14 14H70a14 14 0 0 1-14-14Z" fill="#fff"/><rect x="52" y="60" width="88" height="10" rx="5" fill="#2f4858"/><g fill="#2f4858"><circle cx="76" cy="94" r="2.5"/><circle cx="98" cy="86" r="2"/><circle cx="118" cy="98" r="2.5"/><circle cx="88" cy="118" r="2"/><circle cx="110" cy="130" r="2.5"/><circle cx="70" cy="136" r="2"/></g>`,
  },
  "canvas-tote": {
    ground: "#e9dfd0",
    shapes: `<path d="M76 84V62a24 24 0 0 1 48 0v22" fill="none" stroke="#b08d57" stroke-width="7"/><path d="M54 80h92l8 82H46Z" fill="#f7ecd4"/><ellipse cx="100" cy="120" rx="16" ry="18" fill="#a8321d"/><path d="M100 96v6m0 36v10" stroke="#a8321d" stroke-width="4"/>`,
  },
  "wool-socks": {
    ground: "#e3e1de",
    shapes: `<path d="M82 44h40v60q0 8 7 13l22 16a17 17 0 0 1-20 28l-40-27q-9-6-9-18Z" fill="#464b53"/><path d="M151 133a17 17 0 0 1-20 28l-9-6 18-30Z" fill="#a8321d"/><rect x="79" y="38" width="46" height="20" rx="5" fill="#8a919c"/><path d="M82 72h40" stroke="#a8321d" stroke-width="6"/>`,
  },
  "linen-shirt": {
    ground: "#efe7d9",
    shapes: `<path d="${shirt}" fill="#d3bd98"/><path d="M74 46l26 20-16 14Zm52 0L100 66l16 14Z" fill="#bfa57a"/><path d="M100 66v94" stroke="#b1966a" stroke-width="3"/><g fill="#fbf5e9"><circle cx="100" cy="88" r="3"/><circle cx="100" cy="112" r="3"/><circle cx="100" cy="136" r="3"/></g>`,
  },
  "white-tshirt": {
    ground: "#d9e3e8",
    shapes: `<path d="${shirt}" fill="#fff"/><path d="M74 46Q100 66 126 46l-6-3q-20 14-40 0Z" fill="#c8d5dc"/><path d="M62 92v14m76-14v14" stroke="#c8d5dc" stroke-width="3"/>`,
  },
  "desk-lamp": {
    ground: "#3a3530",
    shapes: `<path d="M108 106l44-22 26 74H74Z" fill="#ffe9a8" opacity=".35"/><path d="M78 160L62 108l42-40" fill="none" stroke="#c9992f" stroke-width="7" stroke-linejoin="round"/><path d="M104 62l22-11 26 33-44 22Z" fill="#d8ab45"/><ellipse cx="78" cy="160" rx="34" ry="7" fill="#c9992f"/><circle cx="62" cy="108" r="6" fill="#8f6c1f"/>`,
  },
  notebook: {
    ground: "#dfe8e1",
    shapes: `<path d="M66 50h84v116H66Z" fill="#fff"/><rect x="56" y="40" width="86" height="118" rx="6" fill="#2f5d50"/><path d="M62 40h10v118H62a6 6 0 0 1-6-6V46a6 6 0 0 1 6-6Z" fill="#234a40"/><rect x="86" y="64" width="32" height="22" rx="3" fill="#f4efe6"/><path d="M130 40v118" stroke="#a8321d" stroke-width="5"/>`,
  },
  "fountain-pen": {
    ground: "#dee4ef",
    shapes: `<path d="M40 158q18-14 34-4t30 2" fill="none" stroke="#1f3a6e" stroke-width="3" stroke-linecap="round"/><g transform="rotate(42 100 96)"><rect x="90" y="20" width="20" height="92" rx="10" fill="#1f3a6e"/><path d="M110 34h5v34" fill="none" stroke="#d4af37" stroke-width="4"/><rect x="89" y="84" width="22" height="6" fill="#d4af37"/><path d="M92 112h16l-2 16H94Z" fill="#16294e"/><path d="M94 128h12l-6 36Z" fill="#d4af37"/></g>`,
  },
  "rain-jacket": {
    ground: "#dde8de",
    shapes: `<path d="M70 72a30 34 0 0 1 60 0Z" fill="#274f35"/><path d="M70 68h60l34 24-8 58-18-4v18H62v-18l-18 4-8-58Z" fill="#356b48"/><path d="M84 68q16 16 32 0" fill="#1e3d29"/><path d="M100 76v88M74 122h14m24 0h14" stroke="#d9c27a" stroke-width="3"/>`,
  },
  "travel-bottle": {
    ground: "#e0e5e8",
    shapes: `<rect x="84" y="32" width="32" height="24" rx="6" fill="#2b2622"/><rect x="74" y="52" width="52" height="116" rx="16" fill="#9aa6ae"/><rect x="83" y="64" width="8" height="90" rx="4" fill="#cfd7dc"/><path d="M74 122h52v14H74Z" fill="#a8321d"/>`,
  },
  "chess-set": {
    ground: "#e8ddcd",
    shapes: `<path d="M40 148h120v18H40Z" fill="#c9a97a"/><path d="M40 148h20v18H40Zm40 0h20v18H80Zm40 0h20v18h-20Z" fill="#6d4c33"/><g fill="#4f3827"><circle cx="82" cy="72" r="16"/><path d="M70 90h24l-4 10q4 24 16 36H58q12-12 16-36Z"/><rect x="54" y="136" width="56" height="12" rx="4"/></g><g fill="#f2e3c8"><circle cx="134" cy="100" r="11"/><path d="M126 112h16q2 16 10 24h-34q8-8 8-24Z"/><rect x="114" y="136" width="42" height="12" rx="4"/></g>`,
  },
  headphones: {
    ground: "#e2e0e9",
    shapes: `<path d="M52 118v-14a48 48 0 0 1 96 0v14" fill="none" stroke="#33313d" stroke-width="11"/><rect x="40" y="104" width="26" height="52" rx="13" fill="#4b4858"/><rect x="134" y="104" width="26" height="52" rx="13" fill="#4b4858"/><rect x="60" y="110" width="12" height="40" rx="6" fill="#a8321d"/><rect x="128" y="110" width="12" height="40" rx="6" fill="#a8321d"/>`,
  },
  "longjing-tea": {
    ground: "#e0eadb",
    shapes: `<rect x="66" y="52" width="68" height="112" rx="6" fill="#4d7a4a"/><rect x="62" y="40" width="76" height="24" rx="6" fill="#3b6139"/><rect x="78" y="84" width="44" height="56" rx="3" fill="#f6f1e4"/><path d="M100 130q-20-16 0-38 20 22 0 38Z" fill="#6a9a55"/><path d="M100 104v28" stroke="#4d7a4a" stroke-width="2"/>`,
  },
  "puer-cake": {
    ground: "#eadfce",
    shapes: `<circle cx="100" cy="104" r="62" fill="#cdbb9c"/><circle cx="100" cy="100" r="62" fill="#fbf5e8"/><circle cx="100" cy="100" r="44" fill="none" stroke="#4d7a4a" stroke-width="3"/><circle cx="100" cy="100" r="37" fill="none" stroke="#4d7a4a" stroke-dasharray="3 7"/><rect x="84" y="84" width="32" height="32" rx="4" fill="#a8321d"/><path d="M100 110q-10-9 0-20 10 11 0 20Z" fill="#fbf5e8"/>`,
  },
  gaiwan: {
    ground: "#d6e0e4",
    shapes: `<ellipse cx="100" cy="154" rx="60" ry="10" fill="#f3f7f8"/><path d="M56 94h88q-4 46-32 56H88q-28-10-32-56Z" fill="#fff"/><path d="M60 106q40 12 80 0" fill="none" stroke="#3a6ea5" stroke-width="4"/><path d="M64 90q36-34 72 0Z" fill="#fff"/><path d="M52 92h96" stroke="#b9c8ce" stroke-width="3"/><rect x="90" y="58" width="20" height="12" rx="6" fill="#3a6ea5"/>`,
  },
  teapot: {
    ground: "#ecdfd6",
    shapes: `<path d="M58 94q-32 4-22 34 8 20 30 12" fill="none" stroke="#7a3c29" stroke-width="9"/><path d="M138 108q18-6 24-34l12 2q-2 42-32 56Z" fill="#8a4630"/><ellipse cx="98" cy="116" rx="48" ry="38" fill="#8f4a33"/><path d="M68 86q30-26 60 0Z" fill="#7a3c29"/><circle cx="98" cy="68" r="7" fill="#7a3c29"/><rect x="72" y="148" width="52" height="9" rx="4" fill="#6a3323"/>`,
  },
  "silk-scarf": {
    ground: "#f1e1e2",
    shapes: `<g transform="rotate(10 100 100)"><rect x="48" y="48" width="104" height="104" rx="4" fill="#b23a55"/><rect x="58" y="58" width="84" height="84" fill="none" stroke="#f3cdd3" stroke-width="2"/><g fill="#f3cdd3"><circle cx="100" cy="86" r="15"/><circle cx="114" cy="98" r="15"/><circle cx="108" cy="114" r="15"/><circle cx="92" cy="114" r="15"/><circle cx="86" cy="98" r="15"/></g><circle cx="100" cy="101" r="9" fill="#e2b23e"/></g>`,
  },
  "cotton-quilt": {
    ground: "#e0e6f0",
    shapes: `<rect x="38" y="122" width="124" height="34" rx="17" fill="#a9bddd"/><rect x="38" y="90" width="124" height="34" rx="17" fill="#cddaee"/><rect x="38" y="58" width="124" height="34" rx="17" fill="#fff"/><path d="M56 75h88M56 107h88M56 139h88" stroke="#7f97bf" stroke-width="2" stroke-dasharray="5 6"/>`,
  },
  "paper-lantern": {
    ground: "#f6e3c5",
    shapes: `<path d="M30 40q70 20 140-4" fill="none" stroke="#6d4c33" stroke-width="3"/><path d="M80 50v10m0 82v22M140 46v38m0 58v16" stroke="#d4a017" stroke-width="4"/><ellipse cx="80" cy="101" rx="38" ry="40" fill="#c8321d"/><g fill="none" stroke="#96210f" stroke-width="2"><ellipse cx="80" cy="101" rx="22" ry="40"/><path d="M80 61v80"/></g><path d="M64 60h32M64 142h32" stroke="#d4a017" stroke-width="7"/><ellipse cx="140" cy="113" rx="26" ry="28" fill="#c8321d"/><g fill="none" stroke="#96210f" stroke-width="2"><ellipse cx="140" cy="113" rx="14" ry="28"/></g><path d="M129 85h22M129 141h22" stroke="#d4a017" stroke-width="6"/>`,
  },
  "calligraphy-set": {
    ground: "#e7e1d6",
    shapes: `<rect x="40" y="44" width="84" height="112" fill="#fffdf7"/><path d="M60 72h44M82 58v70M82 88q-8 24-24 32M82 88q8 24 24 32" fill="none" stroke="#2b2622" stroke-width="7" stroke-linecap="round"/><rect x="116" y="122" width="48" height="36" rx="8" fill="#2b2622"/><ellipse cx="140" cy="140" rx="15" ry="10" fill="#4c4640"/><g transform="rotate(24 148 80)"><rect x="144" y="30" width="8" height="70" rx="4" fill="#b07c3c"/><path d="M142 98h12l-6 26Z" fill="#2b2622"/></g>`,
  },
  "chili-sauce": {
    ground: "#f3e0d8",
    shapes: `<rect x="64" y="64" width="72" height="100" rx="16" fill="#b3261e"/><rect x="62" y="44" width="76" height="26" rx="6" fill="#2b2622"/><path d="M64 94h72v44H64Z" fill="#f9ead3"/><path d="M84 108q8 20 34 16" fill="none" stroke="#b3261e" stroke-width="9" stroke-linecap="round"/><path d="M84 106l-4-7" stroke="#4d7a4a" stroke-width="5" stroke-linecap="round"/>`,
  },
  mooncakes: {
    ground: "#f0e2ca",
    shapes: `<circle cx="100" cy="100" r="52" fill="none" stroke="#b87a2e" stroke-width="26" stroke-linecap="round" stroke-dasharray="0 27.23"/><circle cx="100" cy="100" r="52" fill="#cf9444"/><g fill="none" stroke="#9c6420" stroke-width="4"><circle cx="100" cy="100" r="40"/><path d="M100 66q20 17 34 34-14 17-34 34-20-17-34-34 14-17 34-34Z"/><circle cx="100" cy="100" r="11"/></g>`,
  },
  "rice-cooker": {
    ground: "#dde2e5",
    shapes: `<path d="M84 40q-8-8 0-16m16 16q-8-8 0-16m16 16q-8-8 0-16" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round"/><path d="M52 84q4-32 48-32t48 32Z" fill="#c6ced3"/><rect x="46" y="82" width="108" height="74" rx="24" fill="#fff"/><rect x="80" y="102" width="40" height="34" rx="8" fill="#2b2622"/><path d="M90 114h20" stroke="#ff9477" stroke-width="5" stroke-linecap="round"/><circle cx="100" cy="126" r="4" fill="#c6ced3"/><path d="M64 156v8m72-8v8" stroke="#8e989e" stroke-width="10"/>`,
  },
  "down-vest": {
    ground: "#dce2ee",
    shapes: `<path d="M74 42q26 18 52 0l22 16-6 34v70H58V92l-6-34Z" fill="#2a3f6e"/><path d="M54 78h92M58 102h84M58 126h84M58 148h84" stroke="#1a2a4f" stroke-width="4"/><path d="M100 52v110" stroke="#c9d4ea" stroke-width="3"/><path d="M74 42q26 18 52 0l-4-8q-22 12-44 0Z" fill="#1a2a4f"/>`,
  },
};
