/** The icons of a row. A thousand rows have them, so a row refers to them: to make one anew takes longer than all else in it. */
import Activity from "@lucide/svelte/icons/activity";
import Banknote from "@lucide/svelte/icons/banknote";
import CircleX from "@lucide/svelte/icons/circle-x";
import Clock from "@lucide/svelte/icons/clock";
import Ellipsis from "@lucide/svelte/icons/ellipsis";
import FlaskConical from "@lucide/svelte/icons/flask-conical";
import Hourglass from "@lucide/svelte/icons/hourglass";
import Moon from "@lucide/svelte/icons/moon";
import Repeat from "@lucide/svelte/icons/repeat";
import TriangleAlert from "@lucide/svelte/icons/triangle-alert";

export const GLYPHS = { again: Activity, banknote: Banknote, dead: CircleX, clock: Clock, ellipsis: Ellipsis, flask: FlaskConical, hourglass: Hourglass, moon: Moon, rotating: Repeat, elsewhere: TriangleAlert };
export type Glyph = keyof typeof GLYPHS;
