/** Order and package cards. */
export const cardStyles = `
.cards{display:flex;flex-direction:column;gap:10px;width:100%}
.card{border:1px solid var(--line);border-radius:16px;background:var(--bg);overflow:hidden}
.card>*{padding:12px 14px}
.card>*+*{border-block-start:1px solid var(--line)}
.card-head{display:flex;flex-wrap:wrap;gap:6px 12px;align-items:start}
.row>.card-head{flex-wrap:nowrap;align-items:center}
.row h3{display:block!important}
.row>:not(.card-head){padding:0 14px 12px}
.state{font-weight:600}
.card-title{flex:auto;min-width:0}
.card-title:last-child{flex-basis:0}
.status{max-width:100%;padding:2px 10px;border:1px solid transparent;border-radius:12px;background:var(--bubble);color:var(--quiet);font-size:.8125em;font-weight:600}
.good{color:var(--good)}
.wait{color:var(--wait)}
.status.good{background:var(--good-bg)}
.wait:not(.state){background:var(--wait-bg)}
.items{display:grid;gap:12px}
.item{display:flex;gap:12px;line-height:1.4}
.picture{border:1px solid transparent;border-radius:10px;overflow:hidden;background:var(--bubble);color:var(--quiet)}
.picture>*{grid-area:1/1}
.picture img{width:100%;height:100%;object-fit:cover}
.item-name{flex:1;min-width:0}
.item-name p,.card-title h3{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.card>details,.card>article{padding:0}
.card>article>.card-head,.row>summary{padding:12px 14px}
.unfold~*{padding:0 14px 12px}
.more{margin-block-start:8px}
.card:has([open]) .more,.row .more{display:none}
.amounts,.item-price{font-variant-numeric:tabular-nums}
.amounts{display:grid;gap:3px}
.amounts div{display:flex;justify-content:space-between;gap:16px;color:var(--quiet);font-size:.9333em}
.amounts dd{flex:none;max-width:60%;text-align:end}
.amounts .total{margin-block-start:3px;color:var(--text);font-size:1em;font-weight:700}
.facts{display:grid;gap:10px}
.facts dt{color:var(--quiet);font-size:.8125em}
.facts dd{white-space:pre-line}
.card>.button{border-width:1px 0 0;border-radius:0;padding-block:0}
.card>.button,.unfold,.copy{font-size:.9333em}
.where{font-weight:600}
.hint{display:flex;gap:6px;color:var(--quiet);font-size:.875em}
`;
