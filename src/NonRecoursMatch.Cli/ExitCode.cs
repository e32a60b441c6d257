namespace NonRecoursMatch.Cli;

/// <summary>What the program answers to a script (contract; sysexits where they exist).</summary>
static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Ran, and the answer is "no": invalid extract, verification failed.</summary>
    public const int No = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;

    /// <summary>An input is missing.</summary>
    public const int InputMissing = 66;

    /// <summary>Internal error.</summary>
    public const int Internal = 70;

    /// <summary>An output cannot be created.</summary>
    public const int CannotCreate = 73;

    /// <summary>Input or output error, for example disk full.</summary>
    public const int InputOutput = 74;

    /// <summary>Key or permission refused.</summary>
    public const int Refused = 77;

    /// <summary>Agreement or configuration invalid.</summary>
    public const int Configuration = 78;

    /// <summary>Interrupted (Ctrl-C).</summary>
    public const int Interrupted = 130;

    /// <summary>Terminated (SIGTERM).</summary>
    public const int Terminated = 143;
}
