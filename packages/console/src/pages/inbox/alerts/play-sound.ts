/** The available sounds. They are synthesized here, so nothing is loaded. */
export const sounds = ["chime", "knock", "bell"] as const;
export type Sound = (typeof sounds)[number];

/** The tones of each sound: pitch, start and fade time. */
const tones: Record<Sound, { wave: OscillatorType; notes: readonly [number, number, number][] }> = {
  chime: {
    wave: "sine",
    notes: [
      [784, 0, 0.35],
      [1175, 0.14, 0.5],
    ],
  },
  knock: {
    wave: "triangle",
    notes: [
      [190, 0, 0.09],
      [190, 0.16, 0.09],
    ],
  },
  bell: {
    wave: "sine",
    notes: [
      [988, 0, 1.1],
      [1976, 0, 0.6],
    ],
  },
};

let context: AudioContext | undefined;

/** Plays a sound. Browsers allow this only after a click in the page; until then it stays silent. */
export function playSound(sound: Sound): void {
  if (!navigator.userActivation?.hasBeenActive) return;
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  const { wave, notes } = tones[sound];
  for (const [pitch, after, fades] of notes) {
    const oscillator = new OscillatorNode(context, { type: wave, frequency: pitch });
    const volume = new GainNode(context, { gain: 0.35 });
    volume.gain.setValueAtTime(0.35, currentTime + after);
    volume.gain.exponentialRampToValueAtTime(0.001, currentTime + after + fades);
    oscillator.connect(volume).connect(destination);
    oscillator.start(currentTime + after);
    oscillator.stop(currentTime + after + fades);
  }
}
