export {
  type DemoStore,
  type DemoStoreOptions,
  PortTakenError,
  startDemoStore,
} from "./start-demo-store.ts";
