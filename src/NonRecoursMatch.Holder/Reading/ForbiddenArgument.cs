using System.Text;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>What may not be written on a command line, which other users of the machine and its history can read.</summary>
public static class ForbiddenArgument
{
    /// <summary>Whether a text holds a NIR: the reference of some bodies is one.</summary>
    public static bool HoldsNir(string text) => NirSearch.Finds(Encoding.UTF8.GetBytes(text));
}
