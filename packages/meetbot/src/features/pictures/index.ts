import { createFairShares } from "../../platform/limits/fair-shares.ts";
import { limitFlood } from "../../platform/limits/limit-flood.ts";
import { inAPlace, limitRequests } from "../../platform/limits/limit-requests.ts";
import { createTakeBody, pictureBodyShares } from "../../server/listener/take-body.ts";
import type { Feature } from "../form/feature.ts";
import { getOwnPicture } from "./http/own-picture-api.ts";
import { admitPicture, pictureJudges, picturePlaces, postPicture } from "./http/picture-api.ts";

/** Accepts pictures from customers, then re-encodes, scans and encrypts them and shows them in the conversation. */
export const pictures: Feature = {
  name: "pictures",
  pages: ["logs", "README", "inbox", "storage", "threat-model"],
  start: ({ store, pictures }) => ({
    chat(door) {
      const deps = { ...door, keeping: pictures.keeping, limits: store.limits };
      const judges = createFairShares(pictureJudges);
      return {
        mountUnread: (app) =>
          app.post(
            "/chat/:bot_id/pictures",
            door.allowOrigins,
            admitPicture(deps, (c, work) => inAPlace(c, door, judges, work)),
            createTakeBody(door, createFairShares(pictureBodyShares)),
            limitRequests(door, picturePlaces),
            (c) => postPicture(c, deps),
          ),
        mount: (app) =>
          app.get("/chat/:bot_id/pictures/:picture_id", limitFlood(door), (c) =>
            getOwnPicture(c, deps),
          ),
      };
    },
    startJobs: () => [pictures],
  }),
};
