import AWSClient
import AccountAccess
import AuditTrail
import Console
import ConsoleViewModels
import CursesTerminal
import Dispatch
import Inventory
import Operations
import SensitiveMemory
import Settings
import StateFiles

/// Joins the concrete types into the console.
struct ConsoleAssembly {
    private let session: Session
    private let inbox = EventInbox()
    private let client: AWSClient
    private let signIn: ConsoleSignIn
    /// Stands in for the installation's key where the state folder cannot be used.
    private let passingFingerprints: FingerprintKey

    /// Reads the AWS files; what is wrong in them is said before the screen is taken over.
    init(_ session: Session) throws {
        self.session = session
        passingFingerprints = try session.passingFingerprints()
        let inbox = inbox
        let signIn = try ConsoleSignIn(session, inbox: inbox)
        self.signIn = signIn
        client = AWSClient.standard(
            try session.clientConfiguration(), mfa: { serial throws(AWSError) in try await signIn.askMFA(serial) },
            observer: { inbox.post(.callRecorded(CallLine($0))) })
    }

    /// Runs the console until it is left, and the process with it. Call it on the main thread, once.
    @MainActor
    func run() throws -> Never {
        if session.isAccessible { return try runLines() }
        let environment = session.environment
        var terminal = CursesTerminal.Options { environment[$0] }
        terminal.noColourFlag = session.options.noColor
        terminal.mouse = session.settings.mouse
        let loop = try ConsoleLoop(
            settings: try settings(), keys: try KeyTable(try session.keyFile()),
            themes: ThemeChoice(session.themes, configured: session.settings.theme), terminal: terminal,
            inbox: inbox, elsewhere: elsewhere, ending: ConsoleEnding.end)
        // The first frame stands: only now the folders are opened, which may have to wait for a disk.
        loop.run(in: world())
    }

    /// The same console with another profile or region.
    @MainActor
    private func elsewhere(profile: String?, region: String?) throws -> ConsoleOpening {
        var options = session.options
        if let profile {
            options.profile = profile
            // The region is the profile's own.
            options.region = nil
        }
        options.region = region ?? options.region
        do {
            let other = try ConsoleAssembly(session.with(options))
            return ConsoleOpening(settings: try other.settings(), inbox: other.inbox, world: other.world())
        } catch {
            throw OperationFailure(.badInput, FailureReport(error).line ?? "it cannot be opened there")
        }
    }

    /// Line mode, for screen readers.
    @MainActor
    private func runLines() throws -> Never {
        let loop = LineLoop(
            settings: try settings(), keys: try KeyTable(try session.keyFile()),
            terminalName: session.environment["TERM"], inbox: inbox, ending: ConsoleEnding.end)
        loop.run(in: world())
        withExtendedLifetime(loop) { dispatchMain() }
    }

    private func settings() throws(SettingsError) -> ConsoleSettings {
        let configuration = client.configuration
        var settings = ConsoleSettings(
            region: configuration.region ?? "no region", profile: session.profile)
        settings.endpoint = configuration.endpoints.all?.url ?? configuration.endpoints.flag?.url
        settings.revealSeconds = session.settings.revealSeconds
        settings.idleSeconds = session.settings.idleSeconds
        settings.noteMinimum = session.settings.noteMinimum
        settings.noteHoldsMinutes = session.settings.noteHoldsMinutes
        settings.signIn = signIn.name
        settings.clipboard = session.settings.clipboard
        settings.readOnly = session.mode.readOnly
        settings.readOnlyIsFixed = session.mode.readOnly
        settings.share = session.mode.share ? session.settings.origin(of: .share).words : nil
        settings.auditPath = session.folders.state + "/audit.jsonl"
        settings.columns = try ListColumns.read(session.settings)
        settings.theme = session.settings.theme
        settings.themes = try session.themes.items().map(\.name)
        settings.profiles = configuration.shared.profileNames
        settings.regions = Set(session.settings.regions + configuration.shared.regionNames).sorted()
        settings.terminalWarning =
            session.environment["TMUX"] == nil ? nil : "tmux: what a pane showed can be read by whoever attaches"
        return settings
    }

    private func world() -> ConsoleWorld {
        let folder = openFolder()
        let trail = openTrail(in: folder)
        let fingerprints =
            switch trail {
            case .success(let trail): trail.fingerprints
            case .failure: passingFingerprints
            }
        let inventory = AccountInventory(
            calls: client, region: client.configuration.region ?? "", fingerprints: fingerprints,
            openVariables: session.settings.openVariables)
        // Its lists are not those on the screen: one of its own.
        let consumers = AccountConsumers(
            calls: client,
            inventory: AccountInventory(
                calls: client, region: client.configuration.region ?? "", fingerprints: fingerprints,
                openVariables: session.settings.openVariables), cache: openCache(),
            ownReads: { [session] in OwnReads(of: session.folders.state, account: $0) })
        var context = LocalIdentity.context(incident: nil)
        context.region = client.configuration.region
        return ConsoleWorld(
            inventory: inventory, details: DetailLoader(calls: client, inventory: inventory, links: true),
            values: AccountValues(calls: client), callers: ClientCallers(client: client), trail: trail,
            policy: session.revealPolicy, consumers: consumers, logs: AccountLogs(calls: client),
            plans: workshop(in: folder, trail),
            incidents: incidents(), incident: session.options.incident,
            lent: LentCommands(session: session), signingIn: signIn, context: context,
            stateFolder: folder.success,
            clipboard: { [session] () throws(OperationFailure) in try session.clipboard() },
            copySeconds: session.settings.revealSeconds,
            secondFactorAge: { [session] in session.secondFactorAge })
    }

    private func incidents() -> Result<any IncidentWorkshop, OperationFailure> {
        do throws(OperationFailure) { return .success(try ConsoleIncidents(session, client: client)) } catch {
            return .failure(error)
        }
    }

    private func workshop(
        in folder: Result<StateFolder, OperationFailure>, _ trail: Result<ConsoleWorld.Trail, OperationFailure>
    ) -> Result<any PlanWorkshop, OperationFailure> {
        do throws(OperationFailure) {
            return .success(
                try ConsoleWorkshop(session, client: client, state: try folder.get(), trail: try trail.get()))
        } catch {
            return .failure(error)
        }
    }

    /// nil where it cannot be used: what is cached is then asked again.
    private func openCache() -> StateFolder? {
        do throws(StateFilesError) { return try StateFolder(at: session.folders.cache) } catch { return nil }
    }

    private func openFolder() -> Result<StateFolder, OperationFailure> {
        do throws(StateFilesError) {
            return .success(try StateFolder(at: session.folders.state))
        } catch {
            return .failure(OperationFailure(.auditUnwritable, "\(error)"))
        }
    }

    private func openTrail(
        in folder: Result<StateFolder, OperationFailure>
    ) -> Result<ConsoleWorld.Trail, OperationFailure> {
        folder.flatMap { folder in
            do throws(StateFilesError) {
                return .success(
                    ConsoleWorld.Trail(audit: AuditTrail(in: folder), fingerprints: try FingerprintKey(in: folder)))
            } catch {
                return .failure(OperationFailure(.auditUnwritable, "\(error)"))
            }
        }
    }
}

extension Result {
    /// What there is, without the reason where there is nothing.
    fileprivate var success: Success? {
        switch self {
        case .success(let value): value
        case .failure: nil
        }
    }
}
