/** The shop's sign: a lantern. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<path d="M32 4v8m0 40v8" stroke="#d4a017" stroke-width="4" stroke-linecap="round"/>
<ellipse cx="32" cy="32" rx="23" ry="20" fill="#c8321d"/>
<path d="M32 12v40M22 14q-10 18 0 36M42 14q10 18 0 36" fill="none" stroke="#8a2716" stroke-width="2"/>
<path d="M22 12h20M22 52h20" stroke="#d4a017" stroke-width="5" stroke-linecap="round"/>
</svg>
`;
