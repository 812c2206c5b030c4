import type { Chat, SentPicture } from "../../../chat/chat.ts";

/** Phone pictures are larger; this size is enough to show a broken cup, and uploads in a second. */
const maxOfSide = 2048;
const sideOfCopy = 320;
/** Same as in the style. */
const sideInChat = 160;
/** It has its place before it is there. */
const emptyPicture = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

/** Sends a picture, and stores a small copy to show before its entry arrives. */
async function sendPicture(
  file: Blob,
  call: Chat["call"],
  copies: Map<string, string>,
): Promise<"sent" | "refused" | "failed"> {
  const [smaller, small] = await Promise.all([draw(file, maxOfSide), draw(file, sideOfCopy)]);
  const id = newId();
  if (small) copies.set(id, await toUrl(small));
  const body = smaller && smaller.size < file.size ? smaller : file;
  const answer = await call(`pictures?id=${id}`, { method: "POST", body });
  if (answer?.status === 202) return "sent";
  return [413, 415, 422].includes(answer?.status ?? 0) ? "refused" : "failed";
}

const seen = new WeakSet<HTMLImageElement>();

/**
 * Shows a picture sent before this page was opened, as soon as it is in view: fetches it once and caches a small copy.
 */
export function showSent(
  image: HTMLImageElement,
  { id, width, height }: SentPicture,
  { key, call, copies }: { key: string; call: Chat["call"]; copies: Map<string, string> },
): void {
  if (seen.has(image) || !width || !height) return;
  seen.add(image);
  const scale = Math.min(1, sideInChat / Math.max(width, height));
  image.width = width * scale;
  image.height = height * scale;
  image.src = emptyPicture;
  const onSight = async ([entry]: IntersectionObserverEntry[], observer: IntersectionObserver) => {
    if (!entry?.isIntersecting) return;
    observer.disconnect();
    const answer = await call(`pictures/${id}`, {});
    const small = answer?.ok && (await draw(await answer.blob(), sideOfCopy));
    if (!small) return;
    image.src = await toUrl(small);
    copies.set(key, image.src);
  };
  new IntersectionObserver(onSight).observe(image);
}

/** Redraws a picture within a square, as JPEG; returns `null` if the browser cannot decode it. */
async function draw(file: Blob, side: number): Promise<Blob | null> {
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, side / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = image.width * scale;
    canvas.height = image.height * scale;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
  } catch {
    return null;
  }
}

function toUrl(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(`${reader.result}`);
    reader.readAsDataURL(blob);
  });
}

/**
 * `crypto.randomUUID` is missing on pages without https, and using the window's own function would load another file.
 */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Sends the chosen picture and shows the result next to the input; returns whether it was sent. */
export async function sendChosen(
  input: HTMLInputElement,
  output: Element,
  { call, copies, words }: { call: Chat["call"]; copies: Map<string, string>; words: Sayings },
): Promise<boolean> {
  const [file] = input.files!;
  if (!file) return false;
  output.textContent = words.sending;
  const outcome = await sendPicture(file, call, copies);
  input.value = "";
  output.textContent = { sent: "", refused: words.refused, failed: words.mail_failed }[outcome];
  return outcome === "sent";
}

interface Sayings {
  sending: string;
  refused: string;
  mail_failed: string;
}
