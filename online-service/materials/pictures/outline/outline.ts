/** A picture file from the outside, its pixels not looked at. */
export interface Outline {
  /** Where the picture ends; what lies behind is not part of it. */
  readonly end: number;
  readonly frames: number;
}
