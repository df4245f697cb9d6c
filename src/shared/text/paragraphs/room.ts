/** The classes of room on a line that goes on: two for lines that stand out, one for full ones, the rest by the characters that would still have fitted. */
export const ROOM_CLASSES = 10

/** Which class of `ROOM_CLASSES` the room on a line is in, when what begins the next line needs so much. */
export function roomClass(room: number, needed: number): number {
  if (room < 0) return room < -2 ? 0 : 1
  if (room < needed) return 2
  return Math.min(ROOM_CLASSES - 1, 3 + Math.floor((room - needed) / 2))
}
