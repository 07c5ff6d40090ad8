import Glibc

/// A colour in Björn Ottosson's OKLab, where equal distances look equally far apart
/// (https://bottosson.github.io/posts/oklab/).
struct OKLab {
    var lightness: Double
    var a: Double
    var b: Double

    init(_ colour: RGBColour) {
        let red = Contrast.linear(colour.red)
        let green = Contrast.linear(colour.green)
        let blue = Contrast.linear(colour.blue)
        let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    }

    func distance(to other: OKLab) -> Double {
        let x = lightness - other.lightness
        let y = a - other.a
        let z = b - other.b
        return (x * x + y * y + z * z).squareRoot()
    }
}
