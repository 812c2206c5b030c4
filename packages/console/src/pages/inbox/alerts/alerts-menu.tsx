import { Button, Popover, SegmentedControl, Select, Stack, Switch, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../../words/speaking.tsx";
import { type AlertWishes, useAlertWishes } from "./kept-alerts.ts";
import { playSound, sounds } from "./play-sound.ts";
import { PushSwitch } from "./push-switch.tsx";

/** The menu for which alerts an operator gets, and how. */
export function AlertsMenu() {
  const words = useWords("inbox.main");
  const [{ scope, sound, desktop }, change] = useAlertWishes();
  const [isDenied, setDenied] = useState(false);
  const onDesktop = async (wanted: boolean) => {
    const permission = wanted ? await Notification.requestPermission() : "granted";
    setDenied(permission === "denied");
    change({ desktop: wanted && permission === "granted" });
  };
  return (
    <Popover position="bottom-start" width={280} trapFocus shadow="md">
      <Popover.Target>
        <Button size="compact-xs" variant="default">
          {words.alerts}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.alerts}>
        <Stack gap="sm">
          <div>
            <Text size="sm" fw={500} mb={4}>
              {words.alertsFor}
            </Text>
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label={words.alertsFor}
              value={scope}
              onChange={(chosen) => change({ scope: chosen as AlertWishes["scope"] })}
              data={(["mine", "all"] as const).map((value) => ({
                value,
                label: words.scopes[value],
              }))}
            />
          </div>
          <Select
            size="xs"
            label={words.sound}
            description={words.soundNote}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            value={sound}
            data={(["off", ...sounds] as const).map((value) => ({
              value,
              label: words.sounds[value],
            }))}
            onChange={(chosen) => {
              const wanted = sounds.find((one) => one === chosen);
              change({ sound: wanted ?? "off" });
              if (wanted) playSound(wanted);
            }}
          />
          <Switch
            size="xs"
            label={words.desktop}
            description={words.desktopNote}
            error={isDenied && words.desktopDenied}
            checked={desktop}
            onChange={({ currentTarget }) => void onDesktop(currentTarget.checked)}
          />
          <PushSwitch />
          <Text size="xs" c="dimmed">
            {words.keptHere}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
