/**
 * What the features may ask of the shell: promises that give data or throw an `IpcFailure`.
 * Not here: how the shell is reached (tauri.ts), which one it is (host.ts), the words for a failure (shared/errors).
 */
import { getContext, setContext } from "svelte";
import type { AdviceView, AppView, AskedView, ChecklistView, CopyForm, CreateKeyRequest, DiagnosisView, DismissReason, InboxView, KeychainView, KeyListView, KeyView, Locale, PlaceView, PreviewView, RegenerateEvent, ReminderKind, ReminderSettings, RemindersView, RotationView, SignInOptionsView, SnoozeUntil, StandingView, TakenView, Theme, TokenView, UpdateView, UsageView } from "./bindings";

export type * from "./bindings";

export { IpcFailure, toIpcError } from "./errors";

export type Unlisten = () => void;

export interface Client {
  appState(): Promise<AppView>;
  setLocale(locale: Locale): Promise<AppView>;
  setTheme(theme: Theme): Promise<AppView>;
  /** the window is where `goTo` led */
  arrived(): Promise<void>;
  quit(): Promise<void>;

  signInOptions(): Promise<SignInOptionsView>;
  signIn(email: string, password: string): Promise<void>;
  peekToken(): Promise<TokenView>;
  signInWithToken(): Promise<void>;
  startGuided(): Promise<void>;
  signOut(request: { removeKeys: boolean }): Promise<void>;

  listKeys(request: { refresh: boolean }): Promise<KeyListView>;
  copyKey(keyId: string, form: CopyForm): Promise<void>;
  clipboardExtend(): Promise<void>;
  clipboardClear(): Promise<void>;
  unlockKeychain(): Promise<KeychainView>;
  cancelUnlock(): Promise<void>;
  openPortal(): Promise<void>;

  regenerate(keyId: string, leaked: boolean): Promise<RegenerateEvent>;
  regenerateHeartbeat(operation: string): Promise<void>;
  regenerateCancel(operation: string): Promise<void>;
  regenerateDismiss(operation: string): Promise<void>;

  troubleTry(operation: string): Promise<void>;
  troubleClose(operation: string): Promise<void>;
  troubleCopy(operation: string): Promise<void>;

  limitKey(keyId: string, rateLimit: number): Promise<KeyView>;
  /** days: 0 for never, null as for every key */
  adviseKey(keyId: string, advice: AdviceView): Promise<KeyView>;
  favourKey(keyId: string, favourite: boolean): Promise<KeyView>;
  keyUsage(keyId: string): Promise<UsageView>;
  noteKey(keyId: string, note: string, tags: string[]): Promise<KeyView>;

  addPlace(keyId: string, name: string, keeper: string | null): Promise<PlaceView>;
  changePlace(placeId: string, name: string, keeper: string | null): Promise<void>;
  removePlace(placeId: string): Promise<void>;
  /** `operation`: the rotation whose new key was put there; null: the key's present value */
  tickPlace(placeId: string, ticked: boolean, operation: string | null): Promise<void>;

  listRotations(): Promise<RotationView[]>;
  rotationStart(keyId: string): Promise<void>;
  rotationCopy(operation: string): Promise<void>;
  rotationInstalled(operation: string, installed: boolean): Promise<void>;
  /** false: declined in the system's dialog */
  rotationSwitchOff(operation: string): Promise<boolean>;
  rotationSwitchOn(operation: string): Promise<void>;
  rotationDelete(operation: string): Promise<boolean>;
  rotationStop(operation: string): Promise<void>;
  rotationTry(operation: string): Promise<void>;
  rotationRareUse(operation: string, rare: boolean): Promise<void>;

  listInbox(): Promise<InboxView>;
  snoozeReminder(keyId: string, kind: ReminderKind, until: SnoozeUntil): Promise<InboxView>;
  dismissReminder(keyId: string, kind: ReminderKind, reason: DismissReason): Promise<InboxView>;
  restoreReminder(keyId: string, kind: ReminderKind): Promise<InboxView>;
  reminderSettings(): Promise<RemindersView>;
  setReminders(settings: ReminderSettings): Promise<RemindersView>;
  /** keeps nothing */
  previewReminders(settings: ReminderSettings): Promise<PreviewView>;
  testNotification(): Promise<RemindersView>;
  securityChecklist(): Promise<ChecklistView>;

  updateState(): Promise<UpdateView>;
  /** gives what there is once it is fetched */
  lookForUpdate(): Promise<UpdateView>;
  /** does not return where the new version starts */
  setUpdateLooks(byItself: boolean): Promise<UpdateView>;
  installUpdate(): Promise<UpdateView>;
  openReleases(): Promise<void>;

  takeKey(expectedKeyId: string | null): Promise<TakenView>;
  answerTaken(request: { accept: boolean }): Promise<TakenView | null>;
  renameKnownKey(keyId: string, name: string): Promise<KeyView>;
  createKey(request: CreateKeyRequest): Promise<void>;
  renameKey(keyId: string, name: string): Promise<KeyView>;
  /** false: declined in the system's dialog */
  switchKey(keyId: string, active: boolean): Promise<AskedView>;
  deleteKey(keyId: string): Promise<AskedView>;
  /** comes back on by itself after so many minutes */
  switchOffFor(keyId: string, minutes: number): Promise<AskedView>;
  /** does not come back by itself any more */
  keepOff(keyId: string): Promise<void>;
  /** null: what is on the clipboard */
  diagnose(keyId: string | null): Promise<DiagnosisView>;
  diagnoseCopyMended(): Promise<void>;
  checkKnownKey(keyId: string): Promise<TakenView>;
  /** the person switched it on the portal: how does it stand? */
  noteSwitched(keyId: string, active: boolean): Promise<StandingView>;
  /** false: declined in the system's dialog */
  forgetKey(keyId: string): Promise<boolean>;

  onAppChanged(listener: (view: AppView) => void): Promise<Unlisten>;
  onRegenerateChanged(listener: (event: RegenerateEvent) => void): Promise<Unlisten>;
  onKeysChanged(listener: () => void): Promise<Unlisten>;
  onRotationsChanged(listener: () => void): Promise<Unlisten>;
  onInboxChanged(listener: () => void): Promise<Unlisten>;
  onUpdateChanged(listener: (view: UpdateView) => void): Promise<Unlisten>;
}

const KEY = Symbol("client");

/** Called once, by the root of a window. */
export function provideClient(client: Client): void {
  setContext(KEY, client);
}

/** The client of this window; only while a component is being set up. */
export function useClient(): Client {
  return getContext<Client>(KEY);
}
