using System.Runtime.InteropServices;
using Code = NonRecoursMatch.Cli.ExitCode;

namespace NonRecoursMatch.Cli.Running;

/// <summary>Ctrl-C and SIGTERM become a cancellation, so that every stage cleans up what it was writing.</summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource _source = new();
    readonly PosixSignalRegistration _interrupt;
    readonly PosixSignalRegistration _terminate;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Cancel(context, Code.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Cancel(context, Code.Terminated));
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>130 or 143.</summary>
    public int ExitCode { get; private set; } = Code.Interrupted;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    void Cancel(PosixSignalContext context, int code)
    {
        context.Cancel = true;
        ExitCode = code;
        _source.Cancel();
    }
}
