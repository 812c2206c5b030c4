import assert from "node:assert/strict";
import { test } from "node:test";
import { useGallery } from "./gallery/open-gallery.ts";

const open = useGallery();

/** Each flow as a screen reader goes through it, from the window's name to its last button. */
const flows: Record<string, string> = {
  connecting: `- dialog "Chat with Northwind":
  - heading "Northwind" [level=2]
  - group
  - button "Close the chat"
  - region "Conversation":
    - paragraph: Connecting…
    - list
  - textbox "Message":
    - /placeholder: Write a message
  - button "Send" [disabled]
  - status`,
  welcome: `- dialog "Chat with Northwind":
  - heading "Northwind" [level=2]
  - group
  - button "Close the chat"
  - region "Conversation":
    - list:
      - listitem:
        - text: "Northwind:"
        - paragraph: "Hi, this is Northwind. I can look up your orders and packages. Just write what you want to know, or choose:"
        - time: Nov 14, 2023, 10:13 PM
  - list "Suggested answers":
    - listitem:
      - button "My orders"
    - listitem:
      - button "Track a package"
    - listitem:
      - button "Help"
    - listitem:
      - button "Talk to a person"
  - textbox "Message":
    - /placeholder: Write a message
  - button "Send" [disabled]
  - status`,
  askEmail: `- dialog "Chat with Northwind":
  - heading "Northwind" [level=2]
  - group
  - button "Close the chat"
  - region "Conversation":
    - list:
      - listitem:
        - text: "Northwind:"
        - paragraph: "Hi, this is Northwind. I can look up your orders and packages. Just write what you want to know, or choose:"
        - time: Nov 14, 2023, 10:13 PM
      - listitem:
        - text: "You:"
        - paragraph: My orders
      - listitem:
        - text: "Northwind:"
        - paragraph: Which email did you order with? An order number works too.
        - time: 10:13 PM
  - textbox "Email address"
  - button "Send" [disabled]
  - status`,
  askNumber: `- dialog "Chat with Northwind":
  - heading "Northwind" [level=2]
  - group
  - button "Close the chat"
  - region "Conversation":
    - list:
      - listitem:
        - text: "You:"
        - paragraph: Where is my package?
      - listitem:
        - text: "Northwind:"
        - paragraph: What is the package or order number?
        - time: Nov 14, 2023, 10:13 PM
  - textbox "Package or order number"
  - button "Send" [disabled]
  - status`,
  ordersMasked: `- dialog "Chat with Northwind":
  - heading "Northwind" [level=2]
  - group
  - button "Close the chat"
  - region "Conversation":
    - list:
      - listitem:
        - text: "You:"
        - paragraph: yilia@meetbot.biz
      - listitem:
        - text: "Northwind:"
        - paragraph: "3 or more orders in progress:"
      - listitem:
        - text: "Northwind:"
        - article "Order ending in 8902":
          - heading "Order ending in 8902" [level=3]
          - paragraph: Awaiting payment · Placed in April 2015
        - article "Order number hidden":
          - heading "Order number hidden" [level=3]
          - paragraph: Delivered · Placed in November 2023
        - article "Order":
          - heading "Order" [level=3]
          - paragraph: On file · Placed in March 2024
        - paragraph: Items and amounts are hidden until we know it is yours.
      - listitem:
        - text: "Northwind:"
        - paragraph: An email alone does not prove who is asking, so I show only the status and the month. Send me an order number to see what is in it, or get a code by email to see everything.
        - time: Nov 14, 2023, 10:13 PM
        - button "This answer helped"
        - button "This answer did not help"
  - button "To the newest message"
  - list "Suggested answers":
    - listitem:
      - button "More"
    - listitem:
      - button "Get a code by email"
  - textbox "Order number"
  - button "Send" [disabled]
  - status`,
  failed: `- dialog "Chat with Northwind":
  - heading "Northwind" [level=2]
  - group
  - button "Close the chat"
  - region "Conversation":
    - list:
      - listitem:
        - text: "Northwind:"
        - paragraph: "Hi, this is Northwind. I can look up your orders and packages. Just write what you want to know, or choose:"
        - time: Nov 14, 2023, 10:13 PM
      - listitem:
        - text: "You:"
        - paragraph: Is it here yet?
        - paragraph:
          - text: Not sent.
          - button "Try again Is it here yet?"
      - listitem:
        - text: "You:"
        - paragraph: Hello?
        - paragraph:
          - text: Not sent.
          - button "Try again Hello?"
        - time: 10:13 PM
  - textbox "Message":
    - /placeholder: Write a message
  - button "Send" [disabled]
  - status`,
  offline: `- dialog "Chat with Northwind":
  - heading "Northwind" [level=2]
  - group
  - button "Close the chat"
  - region "Conversation":
    - list:
      - listitem:
        - text: "Northwind:"
        - paragraph: "Hi, this is Northwind. I can look up your orders and packages. Just write what you want to know, or choose:"
        - time: Nov 14, 2023, 10:13 PM
      - listitem:
        - text: "You:"
        - paragraph: Is it here yet? Sending…
        - time: 10:13 PM
  - paragraph: No connection right now. What you write is sent later.
  - textbox "Message":
    - /placeholder: Write a message
  - button "Send" [disabled]
  - status`,
  unidentified: `- dialog "Chat with Northwind":
  - heading "Northwind" [level=2]
  - button "Close the chat"
  - region "Conversation":
    - list
  - paragraph: We could not confirm your sign-in.
  - paragraph:
    - text: "You reach the shop here:"
    - link "https://shop.example/contact (opens in a new tab)":
      - /url: https://shop.example/contact
  - button "Go on as a guest"
  - status`,
  refused: `- dialog "Chat with Northwind":
  - heading "Northwind" [level=2]
  - button "Close the chat"
  - region "Conversation":
    - list
  - paragraph: The chat is not available right now.
  - paragraph:
    - text: "You reach the shop here:"
    - link "https://shop.example/contact (opens in a new tab)":
      - /url: https://shop.example/contact
  - status`,
  ended: `- dialog "Chat with Northwind":
  - heading "Northwind" [level=2]
  - group
  - button "Close the chat"
  - region "Conversation":
    - list:
      - listitem:
        - text: "Northwind:"
        - paragraph: "Hi, this is Northwind. I can look up your orders and packages. Just write what you want to know, or choose:"
        - time: Nov 14, 2023, 10:13 PM
      - listitem:
        - text: "You:"
        - paragraph: Where is my order 12345678902?
      - listitem:
        - text: "Northwind:"
        - paragraph: Your order (Classic White T-Shirt +1 more) is not paid yet, so it has not been sent.
        - time: 10:13 PM
  - paragraph: This conversation has ended.
  - button "New conversation"
  - status`,
};

for (const [state, expected] of Object.entries(flows)) {
  test(`the window reads as it looks: ${state}`, async () => {
    await using opened = await open({ state }, { timezoneId: "UTC" });
    if (!/unidentified|refused/.test(state)) await opened.page.locator(".menu").waitFor();
    else await opened.page.getByRole("dialog").getByRole("link").waitFor();
    assert.equal(await opened.page.getByRole("dialog").ariaSnapshot(), expected);
  });
}
