import { mayAnswer } from "../../../store/desk/may-answer.ts";

/** Where Meetbot assigns waiting conversations automatically, it does so within this time. */
const isDealtWithin = "interval '20 seconds'";

/**
 * SQL that queues, from the events `taken`, the latest one of each conversation once for each device that may want it.
 * It replaces an earlier event that is not delivered yet. Whether the event is still news is checked when it is sent.
 */
export const spreadPushes = `
  insert into web_pushes as own (bot_id, device_id, conversation_id, event_id, type, at, send_at)
  select distinct on (taken.bot_id, device_id, taken.conversation_id)
    taken.bot_id, device_id, taken.conversation_id, event_id, type, at,
    now() + case when type = 'conversation.waiting' and scope = 'mine'
      then ${isDealtWithin} else interval '0' end
  from taken
    join web_push_devices as device on taken.at >= device.created_at
    join operators as o on o.id = device.operator_id
    left join bot_members as m on m.bot_id = taken.bot_id and m.operator_id = o.id
  where taken.conversation_id is not null and ${mayAnswer} and (
    type = 'conversation.waiting'
    or type = 'message.created' and facts ->> 'from' = 'customer' and exists (
      select from conversations as it left join inbox_conversations using (bot_id, conversation_id)
      where it.bot_id = taken.bot_id and it.conversation_id = taken.conversation_id
        and (held_by = o.id or assigned_to = o.id)
    )
    or type = 'note.mentioned' and facts -> 'mentioned' ? o.id
  )
  order by 1, 2, 3, event_id desc
  on conflict (bot_id, device_id, conversation_id) do update
  set event_id = excluded.event_id, type = excluded.type, at = excluded.at,
    send_at = excluded.send_at, tries = 0, fence = own.fence + 1
  where excluded.event_id > own.event_id`;
