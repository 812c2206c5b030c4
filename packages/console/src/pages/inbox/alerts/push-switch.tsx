import { Button, Group, Stack, Switch, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMe } from "../../../access/me.ts";
import { api } from "../../../api/api.ts";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { useWords } from "../../../words/speaking.tsx";
import { describeDevice } from "../../account/describe-device.ts";
import { useWantsPush } from "./kept-push.ts";
import { pushDevicesQuery, useRemoveDevice, useSwitchOn } from "./push-data.ts";
import { findObstacle } from "./push-support.ts";

/**
 * Turns on web push in this browser, for alerts while no page of the console is open; explains where web push cannot
 * work.
 */
export function PushSwitch() {
  const words = useWords("inbox.push");
  const operatorId = useMe().data?.operator?.id;
  const devices = useQuery(pushDevicesQuery);
  const isWanted = useWantsPush(operatorId);
  const switchOn = useSwitchOn();
  const remove = useRemoveDevice();
  const isSwitching = switchOn.isPending || remove.isPending;
  const { data = [], public_key: publicKey = null } = devices.data ?? {};
  const here = data.find(({ is_this }) => is_this);
  const others = data.filter(({ is_this }) => !is_this);
  const obstacle = findObstacle() ?? (devices.data && publicKey === null ? "no_contact" : null);
  const isOn = obstacle === null && isWanted && here !== undefined;
  const problem = switchOn.error ?? remove.error ?? devices.error;
  const change = (wanted: boolean) => {
    if (wanted && publicKey !== null) switchOn.mutate(publicKey);
    if (!wanted && here) remove.mutate(here);
  };
  return (
    <Stack gap="xs">
      <Switch
        size="xs"
        label={words.label}
        description={words.note}
        error={obstacle !== null && words.obstacles[obstacle]}
        disabled={obstacle !== null || !devices.data || isSwitching}
        checked={isOn}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
      {switchOn.data === "default" && !isOn && (
        <Text size="xs" role="status">
          {words.notAllowed}
        </Text>
      )}
      {problem && <WriteProblem problem={problem} />}
      {isOn && here && <TestButton id={here.device_id} />}
      {others.length > 0 && (
        <div>
          <Text size="xs" fw={500}>
            {words.others}
          </Text>
          {others.map((device) => (
            <Group key={device.device_id} justify="space-between" wrap="nowrap">
              <Text size="xs">{nameOf(device.user_agent) ?? words.unknown}</Text>
              <Button
                size="compact-xs"
                variant="subtle"
                loading={remove.isPending && remove.variables.device_id === device.device_id}
                onClick={() => remove.mutate(device)}
              >
                {words.remove}
              </Button>
            </Group>
          ))}
        </div>
      )}
    </Stack>
  );
}

/** Sends a sample web push to this browser, and shows the result. */
function TestButton({ id }: { id: string }) {
  const words = useWords("inbox.push");
  const testing = useMutation({
    mutationFn: () => api("POST /me/push-devices/{device_id}/test", { path: { device_id: id } }),
  });
  return (
    <div>
      <Button
        size="compact-xs"
        variant="default"
        loading={testing.isPending}
        onClick={() => testing.mutate()}
      >
        {words.test}
      </Button>
      {testing.data && (
        <Text size="xs" role="status">
          {testing.data.sent
            ? words.tested
            : words.refused({ problem: testing.data.problem ?? "" })}
        </Text>
      )}
      {testing.error && <WriteProblem problem={testing.error} />}
    </div>
  );
}

function nameOf(userAgent: string): string | null {
  const known = describeDevice(userAgent);
  return known && `${known.browser}, ${known.system}`;
}
