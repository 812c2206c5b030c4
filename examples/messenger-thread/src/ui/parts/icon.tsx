/** Strokes on a field of 24 × 24. */
const paths = {
  menu: "M4 7h16M4 12h16M4 17h16",
  image: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01",
  send: "M4 12 20 4l-5 16-3.5-6.5zm7.5 1.5L20 4",
  next: "m9 5 7 7-7 7",
  previous: "m15 5-7 7 7 7",
  out: "M8 16 17 7m-7.5 0H17v7.5",
  mail: "M3.5 6h17v12h-17zm0 1 8.5 6 8.5-6",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  chevron: "m6 9.5 6 6 6-6",
  restart: "M4 12a8 8 0 1 0 2.6-5.9M4 4v4.5h4.5",
  check: "m6 12.5 4 4 8-9",
};

/** A small picture beside words; never the only name of something. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** The thumb of a like. */
export function Thumb() {
  return (
    <svg class="thumb" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M2.5 11h3.2v9H2.5zM7.5 19V11l3.8-7.4c.4-.8 2.7-.5 2.7 1.9 0 1.500-.5 2.700-.9 3.500h5.600c1.300 0 2.200 1.200 1.900 2.400l-1.500 6.700c-.2 1.100-1.200 1.900-2.300 1.900H10.200c-1.200 0-1.900-.5-2.700-1z" />
    </svg>
  );
}
