import { openCustomerUpdates } from "../features/customer-updates/opening/open-customer-updates.ts";
import { openPictures } from "../features/pictures/opening/open-pictures.ts";
import { warnOfPolicies } from "../operations/endpoint/warn-of-policies.ts";
import { openListener } from "./listener/open-listener.ts";
import { watchScan } from "./metrics/watch-calls.ts";
import { openBase } from "./node/open-base.ts";
import { openOutside } from "./node/open-outside.ts";
import { openSignIn } from "./node/open-sign-in.ts";
import { type ServerOptions, withDefaults } from "./node/server-options.ts";
import { startTurns } from "./node/start-turns.ts";
import { routeDeps } from "./route-deps.ts";
import { createRoutes } from "./routes.ts";
import { startBackground } from "./start-background.ts";

export type { ServerOptions };

export interface RunningServer {
  url: string;
  /** Turns away new requests, ends the streams, finishes running turns, then stops. */
  close(): Promise<void>;
}

/** Starts one node: its routes, the worker that handles turns, and the jobs of its features. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const settings = withDefaults(options);
  const { host, channels, publicUrl, clamd, tracer, store, log } = settings;
  // These steps may fail, so they come before anything starts that would have to be stopped.
  await warnOfPolicies(store.bots, settings.mailer !== null, log);
  const { door = await openListener(options) } = options;
  const base = openBase(settings, door.port);
  const outside = await openOutside(base);
  const { metrics, hub, closing } = base;
  const signIn = await openSignIn(base, outside.identityProvider);
  const turns = startTurns(base, outside);
  const { worker, dispatcher } = turns;
  const registers = [metrics.registry];
  const shared = { ...base, ...outside, ...turns, channels, publicUrl, tracer, registers };
  const updates = openCustomerUpdates({
    ...{ ...shared, closing: closing.signal, wakeWorker: worker.wake, isOpen: hub.isOpen },
  });
  const scan = clamd && watchScan(clamd, metrics.onCall);
  const pictures = openPictures({ ...shared, closing: closing.signal, scan });
  const takeHint = settings.onCarrierHint ?? updates.takeHint;
  const features = settings.features.map((feature) =>
    feature.start({ ...shared, updates, pictures, takeHint }),
  );
  const routes = createRoutes(
    routeDeps({ base, outside, turns, updates, pictures, signIn, features }),
  );
  const jobs = [
    ...startBackground({ ...shared, wakeWorker: worker.wake }),
    ...features.flatMap((feature) => feature.startJobs?.() ?? []),
  ];
  door.open(routes, metrics.onTurnedAway);
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${door.port}`,
    async close() {
      door.leave();
      closing.abort();
      hub.close();
      // The door answers meanwhile that this node stops.
      await worker.stop();
      await dispatcher.stop();
      for (const job of jobs) await job.stop();
      await door.close();
      await outside.close();
    },
  };
}
