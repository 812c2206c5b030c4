import { ApiProblem } from "../../api/api-problem.ts";
import { defineWords } from "../../words/define-words.ts";
import { useWords } from "../../words/speaking.tsx";

const problemWords = defineWords({
  en: {
    owns_every_bot:
      "This is an administrator, who owns every bot. Another administrator can make them an operator, on the Operators page.",
    last_administrator: "This is the only administrator. Make somebody else one first.",
    has_role: "They have a role on this bot already. Change it in the list of members.",
    is_operator: "They are an operator already. Give them a role on the People page of a bot.",
  },
  zh: {
    owns_every_bot: "对方是管理员，拥有所有机器人。其他管理员可在“成员”页面将其改为普通成员。",
    last_administrator: "这是唯一的管理员。请先将其他人设为管理员。",
    has_role: "对方在此机器人上已有角色，请直接在成员列表中修改。",
    is_operator: "对方已是成员。请在机器人的“成员权限”页面为其授予角色。",
  },
});

/** Why people were not changed, in the language that is spoken; other problems as they are. */
export function usePeopleProblem(problem: unknown): unknown {
  const words = useWords(problemWords);
  if (!(problem instanceof ApiProblem) || !(problem.code in words)) return problem;
  const { status, code, requestId } = problem;
  const detail = words[code as keyof typeof words];
  return new ApiProblem({ status, code, detail, request_id: requestId ?? undefined });
}
