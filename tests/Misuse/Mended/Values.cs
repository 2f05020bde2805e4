using ClientGen.Protocol;

namespace Misuse;

/// <summary>Values that the contract does not allow.</summary>
public static class Values
{
    /// <summary>A blank too much.</summary>
    public static CallVerifyRequest Verify(CallVerifyRequest request) => request with
    {
        VerifyCode = "1234 ", // CG6001
    };

    /// <summary>More often than anybody wants to hear it.</summary>
    public static CallVerifyRequest Repeat(CallVerifyRequest request) => request with
    {
        Times = 10, // CG6002
    };

    /// <summary>Plain text where Base64 is sent.</summary>
    public static void Register() => Send("http://host/cb"); // CG6003

    /// <summary>One record of up to fifty.</summary>
    public static void Handle(FeeNotification news)
    {
        Save(news.FeeLst[0]); // CG6004
    }

    private static void Send([Base64Value] string url) => Console.WriteLine(url.Length);

    private static void Save(FeeInfo fee) => Console.WriteLine(fee.ToString());
}
