import { ApiProblem } from "../../../api/api-problem.ts";
import { defineWords } from "../../../words/define-words.ts";
import { useWords } from "../../../words/speaking.tsx";

const lookupWords = defineWords({
  en: {
    tooMany: (minutes: number) =>
      `You have asked this shop about as many accounts and numbers as one may in an hour. You can ask again in ${minutes === 1 ? "1 minute" : `${minutes} minutes`}. Queries about what does not exist, and the validity check, are not counted.`,
  },
  zh: {
    tooMany: (minutes) =>
      `您向这家店铺查询账号和号码的次数已达每小时上限，${minutes} 分钟后可以继续。查询不存在的对象和有效性验证不计入次数。`,
  },
});

/** Why a shop was not asked, in the language that is spoken; other problems as they are. */
export function useLookupProblem(problem: unknown): unknown {
  const words = useWords(lookupWords);
  if (!(problem instanceof ApiProblem) || problem.code !== "too_many_look_ups") return problem;
  const { status, code, requestId, retryAfterS } = problem;
  const detail = words.tooMany(Math.ceil((retryAfterS ?? 3_600) / 60));
  return new ApiProblem({ status, code, detail, request_id: requestId ?? undefined });
}
