import { ActionIcon, Checkbox, Group, Input, Stack } from "@mantine/core";
import type { Bot } from "../../access/bot.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { SettingFieldProps } from "./setting-fields.tsx";

type Offer = Bot["menu"][number];
const offers: readonly Offer[] = ["orders", "packages", "help", "person"];

/** The menu's items and their order: the offered items come first. */
export function MenuField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const { menu } = draft.shown;
  const rows = [...menu, ...offers.filter((offer) => !menu.includes(offer))];
  const setMenu = (chosen: Offer[]) => draft.set("menu", chosen);
  return (
    <Input.Wrapper
      label={words.menu}
      labelElement="div"
      description={words.menuText}
      error={menu.length === 0 && words.menuFault}
      role="group"
      aria-label={words.menu}
    >
      <Stack gap={6} mt="xs">
        {rows.map((offer, index) => (
          <Group key={offer} justify="space-between" wrap="nowrap">
            <Checkbox
              label={words.offers[offer]}
              aria-label={words.offer({ item: words.offers[offer] })}
              checked={menu.includes(offer)}
              onChange={(event) =>
                setMenu(
                  event.currentTarget.checked
                    ? [...menu, offer]
                    : menu.filter((one) => one !== offer),
                )
              }
              disabled={isFixed}
            />
            <Group gap={4} wrap="nowrap">
              {(["up", "down"] as const).map((way) => (
                <ActionIcon
                  key={way}
                  variant="subtle"
                  color="gray"
                  aria-label={words[way]({ item: words.offers[offer] })}
                  aria-disabled={!canMove(menu, index, way)}
                  className="menu-move"
                  disabled={isFixed}
                  onClick={() => canMove(menu, index, way) && setMenu(moved(menu, index, way))}
                >
                  <span className={way === "up" ? "turned-over" : undefined}>
                    <IconOf icon="chevron" size={16} />
                  </span>
                </ActionIcon>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Input.Wrapper>
  );
}

type Way = "up" | "down";

function canMove(menu: readonly Offer[], index: number, way: Way): boolean {
  if (index >= menu.length) return false;
  return way === "up" ? index > 0 : index < menu.length - 1;
}

function moved(menu: readonly Offer[], index: number, way: Way): Offer[] {
  const other = way === "up" ? index - 1 : index + 1;
  return menu.map((offer, place) => {
    if (place === index) return menu[other] ?? offer;
    return place === other ? (menu[index] ?? offer) : offer;
  });
}
