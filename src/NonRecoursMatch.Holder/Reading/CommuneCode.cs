using System.Buffers;
using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>INSEE commune codes as bytes of an extract.</summary>
static class CommuneCode
{
    const int Length = 5;

    /// <summary>Whether the COG knows the code, current, merged or arrondissement.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> code, CommuneTable communes) => ToCurrent(code, communes) is not null;

    /// <summary>Whether the current commune of the code belongs to the perimeter.</summary>
    public static bool IsInside(ReadOnlySpan<byte> code, CommuneTable communes, Perimeter perimeter)
        => ToCurrent(code, communes) is { } current && perimeter.Communes.Contains(current);

    /// <summary>Appends the current commune of a known code.</summary>
    public static void AppendCurrent(ReadOnlySpan<byte> code, CommuneTable communes, ArrayBufferWriter<byte> output)
    {
        foreach (var character in ToCurrent(code, communes) ?? "")
            output.Write([(byte)character]);
    }

    /// <summary>The current commune of a code, or null when the COG does not know it.</summary>
    public static string? ToCurrent(ReadOnlySpan<byte> code, CommuneTable communes)
    {
        if (code.Length != Length)
            return null;
        Span<char> characters = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
            characters[i] = (char)code[i];
        return communes.ToCurrent(characters);
    }
}
