extension Theme {
    /// The theme as a terminal of that depth can show it.
    ///
    /// A colour is replaced by the nearest that still passes the role's contrast, not by the nearest alone;
    /// where the theme itself does not reach it, by the best there is.
    public func shown(in depth: ColourDepth) -> Theme {
        switch depth {
        case .trueColour: self
        case .indexed256: mapStyles { role, style in style.quantised(among: 16...255, role: role) }
        // Bright backgrounds do not exist on terminals of eight colours.
        case .ansi16: mapStyles { role, style in style.quantised(among: 0...15, backgrounds: 0...7, role: role) }
        case .mono: mapStyles { role, _ in Theme.mono[role] }
        }
    }
}

extension ThemeStyle {
    fileprivate func quantised(
        among foregrounds: ClosedRange<UInt8>, backgrounds: ClosedRange<UInt8>? = nil, role: StyleRole
    ) -> ThemeStyle {
        var result = self
        if case .rgb(let colour) = background {
            result.background = .indexed(colour.nearest(among: backgrounds ?? foregrounds) { _ in true } ?? 0)
        }
        guard case .rgb(let colour) = foreground else { return result }
        guard let back = result.background.nominal else {
            result.foreground = .indexed(colour.nearest(among: foregrounds) { _ in true } ?? 7)
            return result
        }
        let required = min(role.requiredContrast, contrast ?? role.requiredContrast)
        let passing = colour.nearest(among: foregrounds) { Contrast.ratio($0, back) >= required }
        let best = foregrounds.max {
            Contrast.ratio(XtermPalette.colour($0), back) < Contrast.ratio(XtermPalette.colour($1), back)
        }
        result.foreground = .indexed(passing ?? best ?? 7)
        return result
    }
}

extension RGBColour {
    /// The palette number that looks most like the colour among those that the condition admits.
    func nearest(among indices: ClosedRange<UInt8>, where admits: (RGBColour) -> Bool) -> UInt8? {
        let own = OKLab(self)
        var nearest: (index: UInt8, distance: Double)?
        for index in indices {
            let candidate = XtermPalette.colour(index)
            let distance = own.distance(to: OKLab(candidate))
            if distance < nearest?.distance ?? .infinity, admits(candidate) { nearest = (index, distance) }
        }
        return nearest?.index
    }
}
