/**
 * Makes a body of texts as they come: one is made when the reader wants it, so that no more than one
 * is held. `end` is called once the reader is gone, or the texts are over or failed.
 */
export function streamText(
  texts: AsyncGenerator<string>,
  end: () => void = () => {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await texts.next().catch((error: unknown) => {
          end();
          throw error;
        });
        if (!done) return controller.enqueue(encoder.encode(value));
        end();
        controller.close();
      },
      async cancel() {
        end();
        await texts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
