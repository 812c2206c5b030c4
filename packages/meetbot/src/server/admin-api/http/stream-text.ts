/**
 * Streams texts as a response body, generating each one on demand so that at most one is in memory. Calls `end` once
 * the reader disconnects, or the texts end or fail.
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
