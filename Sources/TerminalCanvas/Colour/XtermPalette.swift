/// The 256 colours of xterm: sixteen that people change, a cube of 216 and a ramp of 24 greys.
public enum XtermPalette {
    /// What xterm shows for an index unless the person chose otherwise.
    public static func colour(_ index: UInt8) -> RGBColour {
        switch index {
        case 0..<16: return RGBColour(hex: nominal[Int(index)])
        case 16..<232:
            let place = Int(index) - 16
            return RGBColour(
                red: levels[place / 36], green: levels[place / 6 % 6], blue: levels[place % 6])
        default:
            let grey = UInt8(8 + 10 * (Int(index) - 232))
            return RGBColour(red: grey, green: grey, blue: grey)
        }
    }

    private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

    /// xterm's own defaults. (XTerm-col.ad)
    private static let nominal: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF
    ]
}
